// An AWS API on loopback: CloudFront in memory, everything else passed on to moto.
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import { createBucketPolicies } from "./bucket-policies";
import { API_VERSION, type CloudFront, createCloudFront } from "./cloudfront/control-plane";
import { startMoto } from "./moto";
import { createUpstream } from "./pass-on";
import { type EmulatedRequest, recorded } from "./requests";

export type { EmulatedRequest } from "./requests";

export interface Emulator {
  /** For `AWS_ENDPOINT_URL`. An address instead of a name makes S3 clients use path-style URLs. */
  readonly url: string;
  /** Every request in the order of arrival. */
  readonly requests: readonly EmulatedRequest[];
  /** What the account has of CloudFront. */
  readonly cloudfront: CloudFront["state"];
  /** Stops both servers. */
  stop(): Promise<void>;
}

/** Starts an empty AWS account. Takes about 2 s. */
export async function startEmulator(): Promise<Emulator> {
  const moto = await startMoto();
  const upstream = createUpstream(moto.port);
  const bucketPolicies = createBucketPolicies(upstream);
  const cloudfront = createCloudFront();
  const requests: EmulatedRequest[] = [];
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (request.url?.startsWith(`${API_VERSION}/`)) {
      await answerCloudFront(cloudfront, request, response);
    } else if (bucketPolicies.claims(request)) {
      await bucketPolicies.answer(request, response);
    } else {
      upstream.passOn(request, response);
    }
  };
  const server = createServer((request, response) => {
    requests.push(recorded(request, response));
    answer(request, response).catch((error: Error) => response.destroy(error));
  });
  // Only clients end idle connections: one that the server ends may just be taking a request.
  server.keepAliveTimeout = 0;
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${portOf(server.address())}`,
    requests,
    cloudfront: cloudfront.state,
    stop: async () => {
      server.close();
      server.closeAllConnections();
      upstream.stop();
      await moto.stop();
    },
  };
}

async function answerCloudFront(
  cloudfront: CloudFront,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { status, headers, body } = cloudfront.answer({
    method: request.method ?? "",
    url: request.url ?? "",
    ifMatch: request.headers["if-match"],
    body: await text(request),
  });
  response.writeHead(status, headers).end(body);
}

function portOf(address: ReturnType<ReturnType<typeof createServer>["address"]>): number {
  if (address === null || typeof address === "string") throw new Error("the emulator has no port");
  return address.port;
}
