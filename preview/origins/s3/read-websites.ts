import {
  type Block,
  blocks,
  type Resource,
  resourcesOfType,
  type SynthesizedStack,
} from "../../../synthesized/stack";
import { textOf } from "../attributes";
import type { Bucket } from "./bucket";
import { type RoutingRule, readRoutingRules } from "./routing-rules";

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
