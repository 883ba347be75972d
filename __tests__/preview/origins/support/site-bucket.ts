import { utimesSync } from "node:fs";
import { join } from "node:path";
import type { Caller } from "../../../../preview/origins/caller";
import { completeOptions, type OriginLog } from "../../../../preview/origins/emulation";
import type { IamKey } from "../../../../preview/origins/iam/iam-key";
import { bucketHosts, readBuckets } from "../../../../preview/origins/s3/bucket";
import { s3Fetch } from "../../../../preview/origins/s3/s3-fetch";
import type { Block, BlocksByType } from "../../../../synthesized/stack";
import { folderWith, request } from "./exchange";

export const HOST = "site.s3.eu-west-1.amazonaws.com";
export const DISTRIBUTION: Caller = {
  kind: "distribution",
  arn: "arn:aws:cloudfront::123456789012:distribution/E1",
};
export const OTHER: Caller = {
  kind: "distribution",
  arn: "arn:aws:cloudfront::123456789012:distribution/E2",
};
export const INDEX = "<!doctype html>";

const folder = folderWith({ "assets/index.html": INDEX, "secret.tfstate": "{}", ".env": "KEY=1" });
utimesSync(join(folder, "assets/index.html"), 1_700_000_000, 1_700_000_000);

export const grant = (action: string, resource: string) => ({
  Effect: "Allow",
  Principal: { Service: "cloudfront.amazonaws.com" },
  Action: action,
  Resource: resource,
  Condition: {
    StringEquals: { "AWS:SourceArn": DISTRIBUTION.kind === "distribution" ? DISTRIBUTION.arn : "" },
  },
});
export const READ = grant("s3:GetObject", "arn:aws:s3:::site/*");
export const LIST = grant("s3:ListBucket", "arn:aws:s3:::site");
export const TLS_ONLY = {
  Effect: "Deny",
  Principal: "*",
  Action: "s3:*",
  Resource: ["arn:aws:s3:::site", "arn:aws:s3:::site/*"],
  Condition: { Bool: { "aws:SecureTransport": "false" } },
};

/** A bucket `site` with three objects, as a caller sees it. */
export function bucket({
  statements = [READ],
  caller = DISTRIBUTION,
  more = {},
  objects = {},
  logs = [],
  iamKeys = [],
  now = 1_800_000_000_000,
}: {
  statements?: readonly object[];
  caller?: Caller;
  more?: BlocksByType;
  objects?: Readonly<Record<string, Block>>;
  logs?: OriginLog[];
  iamKeys?: readonly IamKey[];
  now?: number;
} = {}) {
  const emulation = completeOptions({
    stackFolder: folder,
    region: "eu-west-1",
    accountId: "123456789012",
    iamKeys,
    now: () => now,
    onLog: (log) => logs.push(log),
  });
  const stack = {
    resource: {
      aws_s3_bucket: { site: { bucket: "site", id: "site", arn: "arn:aws:s3:::site" } },
      aws_s3_bucket_policy: {
        site: { bucket: "site", policy: JSON.stringify({ Statement: statements }) },
      },
      aws_s3_object: {
        index: {
          bucket: "site",
          key: "index.html",
          source: "assets/index.html",
          content_type: "text/html; charset=utf-8",
          cache_control: "no-cache",
          metadata: { Build: "7" },
        },
        spaced: { bucket: "site", key: "my file.txt", content: "spaced" },
        plus: { bucket: "site", key: "a+b", content: "plus" },
        ...objects,
      },
      ...more,
    },
  };
  const [found] = readBuckets(stack, emulation);
  if (found === undefined) throw new Error("no bucket");
  return s3Fetch(found, bucketHosts(found), caller, emulation);
}
export const get = (target: string, options: Parameters<typeof request>[1] = {}) =>
  request(target, { host: HOST, ...options });
