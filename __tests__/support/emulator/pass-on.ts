// Hands a request to moto as it came, and moto's answer back.
import {
  Agent,
  type IncomingHttpHeaders,
  type IncomingMessage,
  request as requestTo,
  type ServerResponse,
} from "node:http";
import { buffer } from "node:stream/consumers";

export interface Upstream {
  /** Streams the request on, or `body` in its place. */
  passOn(request: IncomingMessage, response: ServerResponse, body?: string): void;
  /** Asks with the request's own headers and gives moto's answer, read to its end. */
  ask(request: IncomingMessage): Promise<UpstreamAnswer>;
  stop(): void;
}

export interface UpstreamAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** Connections to the server on the port, kept open between requests. */
export function createUpstream(port: number): Upstream {
  const agent = new Agent({ keepAlive: true });
  const target = { host: "127.0.0.1", port, agent };
  return {
    passOn: (request, response, body) => {
      const { method, url: path } = request;
      const headers = body === undefined ? request.headers : headersFor(request.headers, body);
      const onward = requestTo({ ...target, method, path, headers }, (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
        answer.on("error", (error) => response.destroy(error));
      });
      onward.on("error", (error) => response.destroy(error));
      if (body === undefined) request.pipe(onward);
      else onward.end(body);
    },
    ask: ({ method, url: path, headers }) =>
      new Promise((resolve, reject) => {
        const onward = requestTo({ ...target, method, path, headers }, (answer) => {
          const { statusCode: status = 502, headers: answered } = answer;
          buffer(answer).then((body) => resolve({ status, headers: answered, body }), reject);
        });
        onward.on("error", reject).end();
      }),
    stop: () => agent.destroy(),
  };
}

/** The headers without what is true of the original body only. */
function headersFor(headers: IncomingHttpHeaders, body: string): IncomingHttpHeaders {
  const kept = Object.entries(headers).filter(
    ([name]) => name !== "content-md5" && !name.startsWith("x-amz-checksum-"),
  );
  return { ...Object.fromEntries(kept), "content-length": String(Buffer.byteLength(body)) };
}
