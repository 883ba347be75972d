import {
  type EdgeRequest,
  type EdgeResponse,
  type Fetch,
  headerOf,
  OriginFailure,
} from "../../messages";
import { ANONYMOUS } from "../caller";
import type { Emulation } from "../emulation";
import { hostOf } from "../host-name";
import { requestContext } from "../iam/request-context";
import type { Bucket } from "./bucket";
import { bucketDecision } from "./bucket-access";
import { objectAnswer } from "./object-answer";
import { objectKey } from "./object-key";
import type { Website } from "./read-websites";
import { redirectTarget, routingRuleFor } from "./routing-rules";
import { escapeXml, s3Headers } from "./xml-answer";

/**
 * The website endpoint of a bucket: public objects only, index documents, HTML errors, GET and HEAD,
 * no TLS.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/WebsiteEndpoints.html
 */
export function websiteFetch(website: Website, emulation: Emulation): Fetch {
  return async (request) => {
    if (request.protocol === "https") {
      throw new OriginFailure(
        "refused",
        `the website endpoint of ${website.bucket.name} speaks no TLS; set origin_protocol_policy to "http-only"`,
      );
    }
    return respond(website, request, emulation.now());
  };
}

async function respond(website: Website, request: EdgeRequest, now: number): Promise<EdgeResponse> {
  const { bucket, redirectAllTo, indexDocument } = website;
  if (redirectAllTo !== undefined) {
    const query = request.query === "" ? "" : `?${request.query}`;
    const target = `${redirectAllTo.protocol}://${redirectAllTo.host}${request.path}${query}`;
    return redirected(301, target, now);
  }
  if (request.method !== "GET" && request.method !== "HEAD") {
    return errorPage(
      website,
      request,
      405,
      "MethodNotAllowed",
      "The specified method is not allowed against this resource.",
      now,
    );
  }
  const key = objectKey(request.path);
  if (key === undefined) {
    return errorPage(website, request, 400, "InvalidURI", "Couldn't parse the specified URI.", now);
  }
  const ruled = (errorCode?: number): EdgeResponse | undefined => {
    const rule = routingRuleFor(website.routingRules, key, errorCode);
    return rule && redirected(rule.status, redirectTarget(rule, key, hostOf(request)), now);
  };
  const before = ruled();
  if (before !== undefined) return before;
  const named = key === "" || key.endsWith("/") ? `${key}${indexDocument}` : key;
  const found = await readPublic(bucket, named, request, now);
  if (found !== undefined) {
    const moved = headerOf(found.object.headers, "x-amz-website-redirect-location");
    return moved === undefined
      ? objectAnswer(found.object, found.content, request, now)
      : redirected(301, moved, now);
  }
  if (named === key && bucket.objects.has(`${key}/${indexDocument}`)) {
    return redirected(302, `${request.path}/`, now);
  }
  const mayList = isAllowed(bucket, "s3:ListBucket", bucket.access.arn, request, now);
  const after = ruled(mayList ? 404 : 403);
  if (after !== undefined) return after;
  return mayList
    ? errorPage(website, request, 404, "NoSuchKey", "The specified key does not exist.", now)
    : errorPage(website, request, 403, "AccessDenied", "Access Denied", now);
}

async function readPublic(bucket: Bucket, key: string, request: EdgeRequest, now: number) {
  const object = bucket.objects.get(key);
  if (object === undefined) return undefined;
  const isPublic = object.isPublic && !bucket.access.ignoresPublicAcls;
  const arn = `${bucket.access.arn}/${key}`;
  if (!isPublic && !isAllowed(bucket, "s3:GetObject", arn, request, now)) return undefined;
  const content = await object.content().catch(() => undefined);
  return content === undefined ? undefined : { object, content };
}

function isAllowed(
  { access }: Bucket,
  action: string,
  arn: string,
  request: EdgeRequest,
  now: number,
): boolean {
  const context = requestContext(request, now);
  return bucketDecision(access, ANONYMOUS, action, arn, context) === "allow";
}

async function errorPage(
  { bucket, errorDocument }: Website,
  request: EdgeRequest,
  status: number,
  code: string,
  message: string,
  now: number,
): Promise<EdgeResponse> {
  const own =
    errorDocument === undefined || status === 405
      ? undefined
      : await readPublic(bucket, errorDocument, request, now);
  const title = `${status} ${TITLES[status] ?? code}`;
  const html = `<html>\n<head><title>${title}</title></head>\n<body>\n<h1>${title}</h1>\n<ul>\n<li>Code: ${code}</li>\n<li>Message: ${escapeXml(message)}</li>\n</ul>\n<hr/>\n</body>\n</html>\n`;
  const body = own === undefined ? Buffer.from(html) : own.content.bytes;
  return {
    status,
    headers: [
      ...s3Headers(now),
      ["x-amz-error-code", code],
      ["x-amz-error-message", message],
      ...(own?.object.headers ?? ([["Content-Type", "text/html; charset=utf-8"]] as const)),
      ["Content-Length", String(body.length)],
    ],
    body: request.method === "HEAD" ? Buffer.alloc(0) : body,
  };
}

const TITLES: Readonly<Record<number, string>> = {
  400: "Bad Request",
  403: "Forbidden",
  404: "Not Found",
  405: "Method Not Allowed",
};

function redirected(status: number, location: string, now: number): EdgeResponse {
  return {
    status,
    headers: [...s3Headers(now), ["Location", location], ["Content-Length", "0"]],
    body: Buffer.alloc(0),
  };
}
