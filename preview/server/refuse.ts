import type { Outgoing } from "./incoming";
import { respond } from "./respond";

/**
 * Answers in the preview's own name. CloudFront gives no such answer, so it says who speaks, no page
 * of another origin can use it, and the connection ends; except for a body that is too long, whose
 * sender would not read the answer before the end of the connection.
 */
export async function refuse(out: Outgoing, status: number, reason: string): Promise<void> {
  const body = Buffer.from(`one-origin preview: ${reason}\n`);
  await respond(
    out,
    {
      status,
      headers: [
        ["Content-Type", "text/plain; charset=utf-8"],
        ["Content-Length", String(body.length)],
        ["Cache-Control", "no-store"],
        ["X-Content-Type-Options", "nosniff"],
        ["Cross-Origin-Resource-Policy", "same-origin"],
        ...(status === 413 ? [] : [["Connection", "close"] as const]),
      ],
      body,
    },
    "GET",
  );
}
