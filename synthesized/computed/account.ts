// The account, its region and what AWS services log and keep there.
import { arn } from "./arn";
import { dnsSuffixOf } from "./partition";
import {
  type ComputedAttributes,
  type ComputedTypes,
  type ResourceView,
  textOf,
} from "./resource-view";
import { stableHex, stableId, stableUuid } from "./stable-id";

// A secret's value is not in the stack; this says that it stands in for one.
const placeholder = (one: ResourceView) => `placeholder-${stableHex(one.address, 12)}`;

const secret: ComputedAttributes = {
  id: textOf("arn"),
  arn: (one) =>
    arn(one, "secretsmanager", `secret:${one.text("name")}-${stableId(one.address, 6)}`),
  name: ({ address }) => `terraform-${stableHex(address, 26)}`,
};

const parameter: ComputedAttributes = {
  id: textOf("name"),
  arn: (one) => arn(one, "ssm", `parameter/${(one.text("name") ?? "").replace(/^\//, "")}`),
  insecure_value: textOf("value"),
  value: placeholder,
  version: () => 1,
};

const key: ComputedAttributes = {
  id: textOf("key_id"),
  key_id: ({ address }) => stableUuid(address),
  arn: (one) => arn(one, "kms", `key/${one.text("key_id")}`),
};

export const accountTypes: ComputedTypes = {
  "data.aws_caller_identity": {
    id: ({ accountId }) => accountId,
    account_id: ({ accountId }) => accountId,
    arn: ({ partition, accountId }) => `arn:${partition}:iam::${accountId}:user/preview`,
    user_id: ({ address }) => `AIDA${stableId(address, 17).toUpperCase()}`,
  },
  "data.aws_partition": {
    id: ({ partition }) => partition,
    partition: ({ partition }) => partition,
    dns_suffix: ({ region }) => dnsSuffixOf(region),
    reverse_dns_prefix: ({ region }) => dnsSuffixOf(region).split(".").reverse().join("."),
  },
  "data.aws_region": {
    id: ({ region }) => region,
    name: ({ region }) => region,
    region: ({ region }) => region,
    endpoint: ({ region }) => `ec2.${region}.${dnsSuffixOf(region)}`,
  },
  "data.aws_availability_zones": {
    id: ({ region }) => region,
    names: ({ region }) => ["a", "b", "c"].map((letter) => `${region}${letter}`),
  },
  "data.aws_canonical_user_id": { id: ({ accountId }) => stableHex(accountId, 64) },
  aws_cloudwatch_log_group: {
    id: textOf("name"),
    arn: (group) => arn(group, "logs", `log-group:${group.text("name")}`),
    name: (group) => `${group.text("name_prefix") ?? "terraform-"}${stableHex(group.address, 26)}`,
  },
  aws_cloudwatch_metric_alarm: {
    id: textOf("alarm_name"),
    arn: (alarm) => arn(alarm, "cloudwatch", `alarm:${alarm.text("alarm_name")}`),
  },
  aws_dynamodb_table: {
    id: textOf("name"),
    arn: (table) => arn(table, "dynamodb", `table/${table.text("name")}`),
  },
  aws_sns_topic: { id: textOf("arn"), arn: (topic) => arn(topic, "sns", topic.text("name") ?? "") },
  aws_sqs_queue: {
    id: (queue) =>
      `https://sqs.${queue.region}.${dnsSuffixOf(queue.region)}/${queue.accountId}/${queue.text("name")}`,
    arn: (queue) => arn(queue, "sqs", queue.text("name") ?? ""),
    url: textOf("id"),
  },
  aws_cognito_user_pool: {
    id: ({ address, region }) => `${region}_${stableId(address, 9)}`,
    arn: (pool) => arn(pool, "cognito-idp", `userpool/${pool.text("id")}`),
    endpoint: (pool) => `cognito-idp.${pool.region}.${dnsSuffixOf(pool.region)}/${pool.text("id")}`,
  },
  aws_cognito_user_pool_client: {
    id: ({ address }) => stableId(address, 26),
    client_secret: placeholder,
  },
  aws_kms_key: key,
  "data.aws_kms_key": key,
  aws_secretsmanager_secret: secret,
  "data.aws_secretsmanager_secret": secret,
  aws_secretsmanager_secret_version: {
    id: ({ address }) => stableUuid(address),
    version_id: ({ address }) => stableUuid(address),
  },
  "data.aws_secretsmanager_secret_version": {
    id: textOf("secret_id"),
    secret_string: placeholder,
    version_id: ({ address }) => stableUuid(address),
  },
  "data.aws_secretsmanager_random_password": { random_password: placeholder },
  aws_ssm_parameter: parameter,
  "data.aws_ssm_parameter": parameter,
};
