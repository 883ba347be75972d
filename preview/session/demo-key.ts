import { randomBytes } from "node:crypto";
import type { IamKey } from "../origins/iam/iam-key";

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** An access key that only the emulated IAM of one run accepts. */
export function demoKey(): IamKey {
  const end = Array.from(randomBytes(9), (byte) => LETTERS[byte % LETTERS.length]).join("");
  return {
    accessKeyId: `AKIAPREVIEW${end}`,
    secretAccessKey: randomBytes(30).toString("base64"),
  };
}
