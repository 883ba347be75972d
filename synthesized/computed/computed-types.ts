// Finds the computed attributes of a type, known or not.
import { accountTypes } from "./account";
import { apiGatewayTypes } from "./api-gateway";
import { apiGatewayV2Types } from "./api-gateway-v2";
import { arn } from "./arn";
import { cloudfrontTypes } from "./cloudfront";
import { hostTypes } from "./hosts";
import { iamTypes } from "./iam";
import { lambdaTypes } from "./lambda";
import { networkTypes } from "./network";
import { otherProviderTypes } from "./other-providers";
import type { ComputedAttributes, ComputedTypes } from "./resource-view";
import { s3Types } from "./s3";
import { stableId } from "./stable-id";

const TYPES: ComputedTypes = {
  ...accountTypes,
  ...apiGatewayTypes,
  ...apiGatewayV2Types,
  ...cloudfrontTypes,
  ...hostTypes,
  ...iamTypes,
  ...lambdaTypes,
  ...networkTypes,
  ...otherProviderTypes,
  ...s3Types,
};

// What nearly every resource has.
const UNKNOWN: ComputedAttributes = {
  id: ({ address }) => stableId(address, 20),
};

const UNKNOWN_AWS: ComputedAttributes = {
  ...UNKNOWN,
  // `aws_sfn_state_machine` belongs to the service `sfn`; the exact name is AWS's secret.
  arn: (one) => {
    const [, service = "", ...kind] = one.type.split("_");
    return arn(one, service, `${kind.join("-") || service}/${one.text("name") ?? one.text("id")}`);
  },
};

/**
 * The computed attributes of a resource or data source.
 *
 * A type that is not known here has a plausible `id`, and an `arn` if it is AWS's.
 */
export function computedAttributesOf(address: string, type: string): ComputedAttributes {
  const key = address.startsWith("data.") ? `data.${type}` : type;
  const known = Object.hasOwn(TYPES, key) ? TYPES[key] : undefined;
  return known ?? (type.startsWith("aws_") ? UNKNOWN_AWS : UNKNOWN);
}
