// A CloudFront client for the tests of the control plane.
import { createCloudFront } from "./control-plane";
import { parseXml, toXml, type XmlElement } from "./xml";

export interface Reply {
  readonly status: number;
  readonly etag: string;
  readonly root: string;
  readonly content: XmlElement;
}

export type Client = (
  method: string,
  path: string,
  request?: { readonly body?: XmlElement; readonly root?: string; readonly ifMatch?: string },
) => Reply;

/** A client of an account without distributions. */
export function createClient(): Client {
  const cloudfront = createCloudFront();
  return (method, path, { body, root = "Request", ifMatch } = {}) => {
    const {
      status,
      headers,
      body: answered,
    } = cloudfront.answer({
      method,
      url: `/2020-05-31${path}`,
      ifMatch,
      body: body === undefined ? "" : toXml({ root, content: body }),
    });
    // AWS's model of the API, and so every SDK, has this header in one answer.
    const name = method === "PUT" && path.startsWith("/function/") ? "ETtag" : "ETag";
    return { status, etag: headers[name] ?? "", ...parseXml(answered.toString()) };
  };
}

/** What CloudFront answered instead of doing it, such as `404 NoSuchDistribution`. */
export function refusal({ status, content }: Reply): string {
  return `${status} ${(content.Error as XmlElement | undefined)?.Code ?? "done"}`;
}

/** A configuration with one custom origin, and `changes` on top. */
export function distributionConfig(changes: XmlElement = {}): XmlElement {
  const origin = {
    Id: "api",
    DomainName: "api.example.com",
    CustomOriginConfig: { HTTPPort: "80", HTTPSPort: "443", OriginProtocolPolicy: "https-only" },
  };
  return {
    CallerReference: "first",
    Origins: { Quantity: "1", Items: { Origin: origin } },
    DefaultCacheBehavior: behavior(),
    Comment: "",
    Enabled: "true",
    ...changes,
  };
}

/** A behavior that targets the origin `api`. */
export function behavior(changes: XmlElement = {}): XmlElement {
  return {
    TargetOriginId: "api",
    ViewerProtocolPolicy: "https-only",
    CachePolicyId: "4135ea2d-6df8-44a3-9df3-4b5a84be39ad",
    ...changes,
  };
}
