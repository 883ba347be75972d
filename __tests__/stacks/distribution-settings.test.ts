import { TerraformOutput } from "cdktf";
import { commonProps, lockHeaders } from "../../stacks/distribution-settings";
import type { DomainSettings } from "../../stacks/settings/domain";
import type { OperationsSettings } from "../../stacks/settings/operations";
import { sampleStack } from "../support/sample-stack";
import { testSettings } from "../support/settings";
import { addresses, synthesize } from "../support/synth";

const defined = (value: object) => JSON.parse(JSON.stringify(value));

describe("commonProps", () => {
  it("switch nothing on by default but what is free", () => {
    expect(defined(commonProps(testSettings()))).toEqual({
      httpVersion: "http2and3",
      ipv6: true,
      operations: {},
    });
  });

  it("pass every setting on", () => {
    const operations: Required<OperationsSettings> = {
      accessLogs: true,
      webAcl: { rateLimit: 100 },
      errorAlarm: { topicArn: "arn:topic" },
      geoAllow: ["DE", "AT"],
      priceClass: "PriceClass_200",
    };
    const domain: Required<DomainSettings> = {
      names: ["example.com"],
      hostedZone: { name: "example.com" },
      certificate: { arn: "arn:certificate" },
      replaceRecords: true,
    };
    expect(defined(commonProps(testSettings({ operations }), domain))).toEqual({
      domain,
      httpVersion: "http2and3",
      ipv6: true,
      priceClass: "PriceClass_200",
      geoRestriction: { allow: ["DE", "AT"] },
      operations: {
        accessLogs: {},
        webAcl: { rateLimit: 100 },
        errorAlarm: { topicArn: "arn:topic" },
      },
    });
  });
});

describe("lockHeaders", () => {
  const headers = (originLock: "off" | "a" | "b") =>
    synthesize((scope) => {
      const found = lockHeaders(scope, "shop", testSettings({ originLock }));
      new TerraformOutput(scope, "headers", { value: found ?? "none" });
    });

  it("are none, and make nothing, when the origins are not locked", () => {
    expect(headers("off").output?.headers?.value).toBe("none");
    expect(addresses(headers("off"))).toEqual([]);
  });

  it.each(["a", "b"] as const)("carry the value %s when it is active", (slot) => {
    expect(headers(slot).output?.headers?.value).toEqual({
      "X-Origin-Verify": `\${aws_ssm_parameter.origin_lock_${slot}.value}`,
    });
  });

  it.each(["spa-api", "reverse-proxy", "spa-alb", "beanstalk", "https-origin"])(
    "go to every origin of %s but the bucket",
    (id) => {
      const { resource: resources } = sampleStack(id, { ORIGIN_LOCK: "a" });
      const origins = Object.values(resources?.aws_cloudfront_distribution ?? {}).flatMap(
        ({ origin }) => origin as { custom_origin_config?: object; custom_header?: object }[],
      );
      for (const origin of origins) {
        expect(origin.custom_header === undefined).toBe(origin.custom_origin_config === undefined);
      }
      expect(origins.some((origin) => origin.custom_header !== undefined)).toBe(true);
    },
  );
});
