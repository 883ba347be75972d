import { TerraformOutput } from "cdktf";
import { commonProps, lockHeaders } from "../../stacks/distribution-settings";
import type { DomainSettings } from "../../stacks/settings/domain";
import type { OperationsSettings } from "../../stacks/settings/operations";
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
});
