// Waits for something that Terraform does.
import { setTimeout as sleep } from "node:timers/promises";
import type { Emulator } from "./emulator";
import type { EmulatedRequest } from "./requests";

/** Gives the first request that `matches` and was answered. @throws after `timeoutSeconds` */
export async function requestAnswered(
  { requests }: Pick<Emulator, "requests">,
  matches: (request: EmulatedRequest) => boolean,
  timeoutSeconds = 240,
): Promise<EmulatedRequest> {
  const deadline = Date.now() + timeoutSeconds * 1_000;
  while (Date.now() < deadline) {
    const found = requests.find((request) => request.status !== undefined && matches(request));
    if (found !== undefined) return found;
    await sleep(50);
  }
  throw new Error(`no such request in ${timeoutSeconds} s, ${requests.length} others`);
}
