// Services whose operations are named in a header and answer in JSON.
import { ask, type Question } from "./ask";
import type { Emulator } from "./emulator";

const PREFIXES = {
  acm: "CertificateManager",
  logs: "Logs_20140328",
  ssm: "AmazonSSM",
  wafv2: "AWSWAF_20190729",
} as const;

type Service = keyof typeof PREFIXES;

/** The request of one operation, such as `ListCertificates`. */
export function action(
  service: Service,
  operation: string,
  { region, input = {} }: { readonly region?: string; readonly input?: object } = {},
): Question {
  return {
    service,
    path: "/",
    method: "POST",
    headers: {
      "X-Amz-Target": `${PREFIXES[service]}.${operation}`,
      "Content-Type": "application/x-amz-json-1.1",
    },
    body: JSON.stringify(input),
    ...(region === undefined ? {} : { region }),
  };
}

/** Runs the operation and gives its answer. @throws with what the emulator answered instead */
export async function act(
  emulator: Pick<Emulator, "url">,
  ...asked: Parameters<typeof action>
): Promise<unknown> {
  const response = await ask(emulator, action(...asked));
  if (response.ok) return response.json();
  throw new Error(`${asked[1]} was refused: ${response.status} ${await response.text()}`);
}
