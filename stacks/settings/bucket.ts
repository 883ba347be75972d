// Names of buckets.
import { bucketNameProblem } from "../../modules/private/bucket-name";
import type { Environment } from "./variables";

/** A bucket's name. @throws when S3 would refuse it */
export function bucket(env: Environment, name: string, fallback: string): string {
  const value = env[name] || fallback;
  const problem = bucketNameProblem(value);
  if (problem === undefined) return value;
  throw new Error(`${name} ${problem}, got "${value}"`);
}
