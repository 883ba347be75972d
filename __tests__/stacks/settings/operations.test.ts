import { type OperationsSettings, readOperations } from "../../../stacks/settings/operations";

const TOPIC = "arn:aws:sns:us-east-1:123456789012:oncall";
const ACL = "arn:aws:wafv2:us-east-1:123456789012:global/webacl/shop/0a1b";

describe("readOperations", () => {
  it("switches nothing on by default", () => {
    expect(readOperations({})).toEqual({ accessLogs: false, geoAllow: [] });
  });

  it("takes every variable", () => {
    // `Required` makes the compiler ask for each setting that is added later.
    const expected: Required<OperationsSettings> = {
      accessLogs: true,
      webAcl: { rateLimit: 2_000 },
      errorAlarm: { topicArn: TOPIC },
      geoAllow: ["DE", "AT"],
      priceClass: "PriceClass_100",
    };
    expect(
      readOperations({
        ACCESS_LOGS: "on",
        WAF_RATE_LIMIT: "2000",
        ERROR_ALARM: "on",
        ALARM_TOPIC_ARN: TOPIC,
        GEO_ALLOW: "DE,AT",
        PRICE_CLASS: "PriceClass_100",
      }),
    ).toEqual(expected);
  });

  it("switches each on by one variable", () => {
    const off = readOperations({});
    expect(readOperations({ ACCESS_LOGS: "on" })).toEqual({ ...off, accessLogs: true });
    expect(readOperations({ ERROR_ALARM: "on" })).toEqual({ ...off, errorAlarm: {} });
    expect(readOperations({ ALARM_TOPIC_ARN: TOPIC })).toEqual({
      ...off,
      errorAlarm: { topicArn: TOPIC },
    });
    expect(readOperations({ WEB_ACL_ARN: ACL })).toEqual({ ...off, webAcl: { arn: ACL } });
  });

  it.each([
    [{ WEB_ACL_ARN: ACL, WAF_RATE_LIMIT: "10" }, "WEB_ACL_ARN and WAF_RATE_LIMIT are both set"],
    [
      { WEB_ACL_ARN: ACL.replace("global", "regional") },
      "WEB_ACL_ARN must be the ARN of a web ACL of scope CLOUDFRONT in us-east-1, got",
    ],
    [{ WAF_RATE_LIMIT: "9" }, "WAF_RATE_LIMIT must be a whole number from 10 to 2000000000"],
    [
      { ALARM_TOPIC_ARN: TOPIC.replace("us-east-1", "eu-west-1") },
      "ALARM_TOPIC_ARN must be the ARN of an SNS topic in us-east-1, where CloudFront's metrics are",
    ],
    [{ GEO_ALLOW: "DE,de" }, 'GEO_ALLOW must be two-letter country codes such as DE,AT, got "de"'],
    [
      { PRICE_CLASS: "100" },
      "PRICE_CLASS must be PriceClass_100, PriceClass_200 or PriceClass_All",
    ],
    [{ ACCESS_LOGS: "yes" }, 'ACCESS_LOGS must be on or off, got "yes"'],
  ])("refuses %j", (env, message) => {
    expect(() => readOperations(env)).toThrow(message);
  });
});
