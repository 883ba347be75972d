import {
  type Block,
  blocks,
  type Resource,
  resourcesOfType,
  type SynthesizedStack,
} from "../../../synthesized/stack";
import {
  type EdgeRequest,
  type EdgeResponse,
  type Fetch,
  headerOf,
  OriginFailure,
} from "../../messages";
import { textOf } from "../attributes";
import { ANONYMOUS } from "../caller";
import type { Emulation } from "../emulation";
import { hostOf } from "../host-name";
import { requestContext } from "../iam/request-context";
import type { Bucket } from "./bucket";
import { bucketDecision } from "./bucket-access";
import { objectAnswer } from "./object-answer";
import { objectKey } from "./object-key";
import {
  type RoutingRule,
  readRoutingRules,
  redirectTarget,
  routingRuleFor,
} from "./routing-rules";
import { escapeXml, s3Headers } from "./xml-answer";

/** The website configuration of a bucket. */
export interface Website {
  readonly bucket: Bucket;
  readonly hosts: readonly string[];
  /** Such as `index.html`. */
  readonly indexDocument: string;
  /** Key of the page for errors; absent: S3's own. */
  readonly errorDocument?: string;
  /** Where every request is redirected; absent: nowhere. */
  readonly redirectAllTo?: { readonly host: string; readonly protocol: string };
  readonly routingRules: readonly RoutingRule[];
}

/** The websites of a stack's buckets. */
export function readWebsites(stack: SynthesizedStack, buckets: readonly Bucket[]): Website[] {
  const own = resourcesOfType(stack, "aws_s3_bucket").flatMap(({ address, config }) => {
    const bucket = buckets.find((one) => one.address === address);
    const [website] = blocks(config.website);
    if (bucket === undefined || website === undefined) return [];
    return [readWebsite(withBlocks(website), bucket)];
  });
  const configured = resourcesOfType(stack, "aws_s3_bucket_website_configuration").flatMap(
    ({ config }) => {
      const bucket = buckets.find(({ name }) => name === textOf(config, "bucket"));
      return bucket === undefined ? [] : [readWebsite(config, bucket)];
    },
  );
  return [...own, ...configured];
}

/** The `website` block of a bucket in the shape of the resource of its own that came later. */
function withBlocks(website: Block): Block {
  const [, protocol, host] =
    /^(?:(https?):\/\/)?(.+)$/.exec(textOf(website, "redirect_all_requests_to") ?? "") ?? [];
  return {
    index_document: { suffix: textOf(website, "index_document") ?? null },
    error_document: { key: textOf(website, "error_document") ?? null },
    redirect_all_requests_to: { host_name: host ?? null, protocol: protocol ?? null },
    routing_rules: textOf(website, "routing_rules") ?? null,
  };
}

function readWebsite(config: Resource["config"], bucket: Bucket): Website {
  const [index = {}] = blocks(config.index_document);
  const [error = {}] = blocks(config.error_document);
  const [redirect = {}] = blocks(config.redirect_all_requests_to);
  const errorDocument = textOf(error, "key");
  const host = textOf(redirect, "host_name");
  return {
    bucket,
    hosts: [
      `${bucket.name}.s3-website-${bucket.region}.amazonaws.com`,
      `${bucket.name}.s3-website.${bucket.region}.amazonaws.com`,
    ],
    indexDocument: textOf(index, "suffix") ?? "index.html",
    routingRules: readRoutingRules(config),
    ...(errorDocument === undefined ? {} : { errorDocument }),
    ...(host === undefined
      ? {}
      : { redirectAllTo: { host, protocol: textOf(redirect, "protocol") ?? "http" } }),
  };
}

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
