// Looks at the emulated account from a test, as a signed request would.
import type { Emulator } from "./emulator";

export interface Question {
  /** Service that the request is for, such as `s3`, `lambda` or `apigateway`. */
  readonly service: string;
  /** Path and query. */
  readonly path: string;
  /** @default "GET" */
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** @default "eu-west-1" */
  readonly region?: string;
}

/** Sends the request to the emulator. moto finds the service in the signature and does not check it. */
export function ask(emulator: Pick<Emulator, "url">, question: Question): Promise<Response> {
  const { service, path, method = "GET", headers = {}, body, region = "eu-west-1" } = question;
  const scope = `test/20250101/${region}/${service}/aws4_request`;
  return fetch(`${emulator.url}${path}`, {
    method,
    headers: {
      Authorization: `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host, Signature=test`,
      ...headers,
    },
    ...(body === undefined ? {} : { body }),
  });
}
