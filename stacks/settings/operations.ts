// What is switched on for every distribution.
import { choice, type Environment, isOn, list, optionalNumber, optionalText } from "./variables";

/** Operations of every distribution. What is not set is off. */
export interface OperationsSettings {
  readonly accessLogs: boolean;
  readonly webAcl?: { readonly arn: string } | { readonly rateLimit: number };
  readonly errorAlarm?: { readonly topicArn?: string };
  readonly geoAllow: readonly string[];
  readonly priceClass?: (typeof PRICE_CLASSES)[number];
}

const PRICE_CLASSES = ["PriceClass_100", "PriceClass_200", "PriceClass_All"] as const;

/** Reads `ACCESS_LOGS`, `WEB_ACL_ARN`, `WAF_RATE_LIMIT`, `ERROR_ALARM`, `ALARM_TOPIC_ARN`, `GEO_ALLOW` and `PRICE_CLASS`. */
export function readOperations(env: Environment): OperationsSettings {
  const webAcl = readWebAcl(env);
  const topicArn = optionalText(env, "ALARM_TOPIC_ARN", {
    pattern: /^arn:aws[a-z-]*:sns:us-east-1:\d{12}:.+$/,
    words: "must be the ARN of an SNS topic in us-east-1, where CloudFront's metrics are",
  });
  const hasAlarm = isOn(env, "ERROR_ALARM") || topicArn !== undefined;
  const countries = list(env, "GEO_ALLOW");
  const odd = countries.find((country) => !/^[A-Z]{2}$/.test(country));
  if (odd !== undefined) {
    throw new Error(`GEO_ALLOW must be two-letter country codes such as DE,AT, got "${odd}"`);
  }
  return {
    accessLogs: isOn(env, "ACCESS_LOGS"),
    geoAllow: countries,
    ...(webAcl === undefined ? {} : { webAcl }),
    ...(hasAlarm ? { errorAlarm: topicArn === undefined ? {} : { topicArn } } : {}),
    ...(env.PRICE_CLASS
      ? { priceClass: choice(env, "PRICE_CLASS", PRICE_CLASSES, "PriceClass_All") }
      : {}),
  };
}

function readWebAcl(env: Environment): OperationsSettings["webAcl"] {
  const arn = optionalText(env, "WEB_ACL_ARN", {
    pattern: /^arn:aws[a-z-]*:wafv2:us-east-1:\d{12}:global\/webacl\/.+$/,
    words: "must be the ARN of a web ACL of scope CLOUDFRONT in us-east-1",
  });
  const rateLimit = optionalNumber(env, "WAF_RATE_LIMIT", [10, 2_000_000_000]);
  if (arn !== undefined && rateLimit !== undefined) {
    throw new Error(
      "WEB_ACL_ARN and WAF_RATE_LIMIT are both set; an ACL of yours has its own rules, keep one",
    );
  }
  if (arn !== undefined) return { arn };
  return rateLimit === undefined ? undefined : { rateLimit };
}
