import { ask } from "./ask";
import type { Emulator } from "./emulator";

/** Creates the bucket by hand, for tests that are not about the stack that creates it. */
export async function createStateBucket(emulator: Emulator, bucket: string): Promise<void> {
  const location = "<LocationConstraint>eu-west-1</LocationConstraint>";
  const { ok, status } = await ask(emulator, {
    service: "s3",
    method: "PUT",
    path: `/${bucket}`,
    body: `<CreateBucketConfiguration>${location}</CreateBucketConfiguration>`,
  });
  if (!ok) throw new Error(`the emulator refused to create ${bucket}: ${status}`);
}
