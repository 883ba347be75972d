import {
  type Block,
  type Resource,
  resourcesOfType,
  type SynthesizedStack,
} from "../../../synthesized/stack";
import { textOf } from "../attributes";
import type { Emulation } from "../emulation";
import type { BucketAccess } from "./bucket-access";
import { type CorsRule, readCorsRules } from "./cors-rules";
import { readAccess } from "./read-access";
import { type StoredObject, storedObject } from "./stored-object";

/** A bucket of the stack with everything that other resources say of it. */
export interface Bucket {
  readonly address: string;
  readonly name: string;
  readonly region: string;
  /** By key; requests that may write change it. */
  readonly objects: Map<string, StoredObject>;
  readonly access: BucketAccess;
  readonly corsRules: readonly CorsRule[];
  /** What AWS refuses of it, for a user to know before the first request. */
  readonly warnings: readonly string[];
}

/** Every bucket that the stack defines. */
export function readBuckets(stack: SynthesizedStack, emulation: Emulation): Bucket[] {
  return resourcesOfType(stack, "aws_s3_bucket").map((resource) => {
    const { address, config } = resource;
    const name = textOf(config, "bucket") ?? textOf(config, "id") ?? resource.name;
    const belongs = belongsTo(new Set([name, textOf(config, "id"), textOf(config, "arn")]));
    const of = (type: string) => resourcesOfType(stack, type).filter(belongs);
    const objects = [...of("aws_s3_bucket_object"), ...of("aws_s3_object")].map((object) =>
      storedObject(object, emulation, emulation.now()),
    );
    return {
      address,
      name,
      region: regionOf(config) ?? emulation.region,
      objects: new Map(objects.map((object) => [object.key, object])),
      ...readAccess(stack, resource, name, of),
      corsRules: [
        config,
        ...of("aws_s3_bucket_cors_configuration").map((cors) => cors.config),
      ].flatMap(readCorsRules),
    };
  });
}

/**
 * The names under which a bucket's REST endpoint answers, virtual-hosted style.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/VirtualHosting.html
 */
export function bucketHosts({ name, region }: Bucket): string[] {
  return [
    `${name}.s3.${region}.amazonaws.com`,
    `${name}.s3.amazonaws.com`,
    `${name}.s3-${region}.amazonaws.com`,
    `${name}.s3.dualstack.${region}.amazonaws.com`,
  ];
}

function regionOf(config: Block): string | undefined {
  const domain = textOf(config, "bucket_regional_domain_name") ?? "";
  return textOf(config, "region") ?? /\.s3[.-]([a-z0-9-]+)\.amazonaws\.com/.exec(domain)?.[1];
}

function belongsTo(names: ReadonlySet<string | undefined>): (resource: Resource) => boolean {
  return ({ config }) => {
    const bucket = textOf(config, "bucket");
    return bucket !== undefined && names.has(bucket);
  };
}
