// Registers CDKTF's matchers (`toHaveResourceWithProperties` and its like) with jest.
import { Testing } from "cdktf";
import "cdktf/lib/testing/adapters/jest";

Testing.setupJest();

// Bounds that a busy machine keeps too; no test measures time by them.
jest.setTimeout(180_000);
