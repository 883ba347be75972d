import { blocks, type Json, resourcesOfType, type SynthesizedStack } from "../../synthesized/stack";

/** The data of a CloudFront KeyValueStore. */
export interface KeyValueStore {
  readonly id: string;
  readonly pairs: Readonly<Record<string, string>>;
  /** In ISO 8601. @default - the beginning of 1970 */
  readonly creationDateTime?: string;
  /** In ISO 8601. @default - as `creationDateTime` */
  readonly lastUpdatedDateTime?: string;
}

/** The store with an ARN, from the resources of a resolved stack; undefined when the stack has none. */
export function keyValueStoreOf(stack: SynthesizedStack, arn: string): KeyValueStore | undefined {
  const store = resourcesOfType(stack, "aws_cloudfront_key_value_store").find(
    ({ config }) => config.arn === arn,
  );
  const single = resourcesOfType(stack, "aws_cloudfrontkeyvaluestore_key")
    .filter(({ config }) => config.key_value_store_arn === arn)
    .map(({ config }) => [text(config.key), text(config.value)] as const);
  const exclusive = resourcesOfType(stack, "aws_cloudfrontkeyvaluestore_keys_exclusive")
    .filter(({ config }) => config.key_value_store_arn === arn)
    .flatMap(({ config }) => blocks(config.resource_key_value_pair))
    .map(({ key, value }) => [text(key), text(value)] as const);
  if (store === undefined && single.length + exclusive.length === 0) return undefined;
  return { id: arn.split("/").at(-1) ?? arn, pairs: Object.fromEntries([...exclusive, ...single]) };
}

function text(value: Json | undefined): string {
  return typeof value === "string" ? value : JSON.stringify(value ?? "");
}
