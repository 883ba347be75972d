import type { EdgeRequest, EdgeResponse, Fetch } from "../../messages";
import type { Caller } from "../caller";
import type { Emulation } from "../emulation";
import { hostOf } from "../host-name";
import { requestContext } from "../iam/request-context";
import { authenticate } from "./authenticate";
import type { Bucket } from "./bucket";
import { bucketDecision } from "./bucket-access";
import { corsHeaders } from "./cors-rules";
import { listAnswer } from "./list-answer";
import { objectAnswer } from "./object-answer";
import { objectKey } from "./object-key";
import { overridden, responseOverrides } from "./response-overrides";
import { writeAnswer } from "./write-answer";
import { ACCESS_DENIED, errorAnswer, type S3Error, s3Headers } from "./xml-answer";

/**
 * The REST endpoint of a bucket, for one caller.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/Welcome.html
 */
export function s3Fetch(
  bucket: Bucket,
  hosts: readonly string[],
  caller: Caller,
  emulation: Emulation,
): Fetch {
  return async (request) => {
    const answer = await respond(bucket, hosts, caller, emulation, request);
    const cors = request.method === "OPTIONS" ? undefined : corsHeaders(bucket.corsRules, request);
    return cors === undefined ? answer : { ...answer, headers: [...answer.headers, ...cors] };
  };
}

async function respond(
  bucket: Bucket,
  hosts: readonly string[],
  caller: Caller,
  emulation: Emulation,
  request: EdgeRequest,
): Promise<EdgeResponse> {
  const now = emulation.now();
  const refuse = (error: S3Error, why?: string): EdgeResponse => {
    if (why !== undefined) emulation.onLog({ address: bucket.address, level: "error", text: why });
    return errorAnswer(error, request.method, now);
  };
  const host = hostOf(request);
  if (!hosts.includes(host)) {
    return refuse(
      ACCESS_DENIED,
      `S3 got the Host "${host}", which is not the bucket's; do not forward Host to an S3 origin`,
    );
  }
  if (request.method === "OPTIONS") return preflight(bucket, request, now);
  const asking = authenticate(request, caller, bucket, emulation);
  if ("status" in asking) return refuse(asking);

  const key = objectKey(request.path);
  if (key === undefined) {
    return refuse({
      status: 400,
      code: "InvalidURI",
      message: "Couldn't parse the specified URI.",
    });
  }
  const context = requestContext(request, now);
  const may = (action: string, resource = `${bucket.access.arn}/${key}`) =>
    bucketDecision(bucket.access, asking, action, resource, context) === "allow";
  const mayList = () => may("s3:ListBucket", bucket.access.arn);
  const denied = (action: string) =>
    refuse(
      ACCESS_DENIED,
      `the bucket policy does not allow ${action} on "${key}" to ${nameOf(asking)}`,
    );

  if (request.method !== "GET" && request.method !== "HEAD") {
    return writeAnswer(bucket, key, request, now, { may, denied, refuse });
  }
  if (key === "") return mayList() ? listAnswer(bucket, request, now) : denied("s3:ListBucket");
  const overrides = responseOverrides(request.query);
  if (overrides.length > 0 && asking.kind === "anonymous") return refuse(ANONYMOUS_OVERRIDE);
  const object = bucket.objects.get(key);
  const isPublic = object?.isPublic === true && !bucket.access.ignoresPublicAcls;
  if (!may("s3:GetObject") && !isPublic) return denied("s3:GetObject");
  const content = await object?.content().catch((error: Error) => {
    emulation.onLog({ address: bucket.address, level: "error", text: error.message });
  });
  if (object !== undefined && content) {
    return overridden(objectAnswer(object, content, request, now), overrides);
  }
  if (!mayList()) {
    return refuse(
      ACCESS_DENIED,
      `there is no object "${key}"; without s3:ListBucket S3 says 403 instead of 404`,
    );
  }
  return refuse({
    status: 404,
    code: "NoSuchKey",
    message: "The specified key does not exist.",
    details: { Key: key },
  });
}

const ANONYMOUS_OVERRIDE: S3Error = {
  status: 400,
  code: "InvalidRequest",
  message: "Request specific response headers cannot be used for anonymous GET requests.",
};

function preflight(bucket: Bucket, request: EdgeRequest, now: number): EdgeResponse {
  const headers = corsHeaders(bucket.corsRules, request);
  if (headers !== undefined) {
    return { status: 200, headers: [...s3Headers(now), ...headers], body: Buffer.alloc(0) };
  }
  const message =
    bucket.corsRules.length === 0
      ? "CORSResponse: CORS is not enabled for this bucket."
      : "CORSResponse: This CORS request is not allowed. This is usually because the evalution of Origin, request method / Access-Control-Request-Method or Access-Control-Request-Headers are not whitelisted by the resource's CORS spec.";
  return errorAnswer({ status: 403, code: "AccessForbidden", message }, request.method, now);
}

function nameOf(asking: { readonly kind: string; readonly arn?: string; readonly id?: string }) {
  return asking.arn ?? asking.id ?? "anonymous requests";
}
