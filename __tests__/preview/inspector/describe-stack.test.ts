import type { EdgeModel } from "../../../preview/edge-model";
import { describeStack } from "../../../preview/inspector/describe-stack";
import { createRedactor } from "../../../preview/session/redact";
import { behavior, model, origin } from "../../support/edge";

const shownStack = (changes: Partial<EdgeModel>) => {
  const built = model(changes);
  return describeStack(
    {
      model: built,
      placeOf: () => "stack",
      warnings: ["runs with ?token=abc"],
      apis: [
        { host: "a.example.com", address: "aws_api.a", paths: [], url: "http://localhost:1" },
        { host: "b.example.com", address: "aws_api.b", paths: [], url: undefined },
      ],
      redactor: createRedactor(built),
    },
    ["https://localhost:8443"],
    ["aws_s3_bucket.a: is public"],
  );
};

it("lists the behaviors in CloudFront's order, the default one last", () => {
  const { behaviors } = shownStack({
    orderedBehaviors: [behavior({ pathPattern: "/b" }), behavior({ pathPattern: "/a" })],
  });
  expect(behaviors.map(({ pattern, isDefault }) => [pattern, isDefault])).toEqual([
    ["/b", false],
    ["/a", false],
    ["*", true],
  ]);
});

it("names the custom headers of an origin without their values", () => {
  const shown = shownStack({
    origins: [origin({ customHeaders: [["X-Origin-Secret", "hunter2"]], originPath: "/prod" })],
  });
  expect(JSON.stringify(shown)).not.toContain("hunter2");
  expect(shown.origins[0]?.facts).toEqual([
    { label: "Kind", text: "custom origin" },
    { label: "Here", text: "emulated from the stack" },
    { label: "Protocol", text: "HTTPS only" },
    { label: "Origin path", text: "/prod" },
    { label: "Custom headers", text: "X-Origin-Secret" },
    { label: "Waits", text: "3 attempts, 30 s for an answer" },
  ]);
});

it("says how a bucket's requests are signed", () => {
  const originAccessControl = { id: "oac", originType: "s3", signingBehavior: "always" as const };
  const { origins } = shownStack({ origins: [origin({ kind: "s3", originAccessControl })] });
  expect(origins[0]?.facts).toContainEqual({
    label: "Signed",
    text: "with the origin access control",
  });
});

it("tells what holds for the whole distribution", () => {
  const shown = shownStack({
    aliases: ["shop.example.com"],
    defaultRootObject: "index.html",
    geoRestriction: { type: "whitelist", locations: ["DE", "AT"] },
    customErrorResponses: [
      {
        errorCode: 404,
        responseCode: 200,
        responsePagePath: "/index.html",
        errorCachingMinTtl: 10,
      },
      { errorCode: 503, errorCachingMinTtl: 0 },
    ],
  });
  expect(shown.facts).toEqual([
    { label: "Aliases", text: "shop.example.com" },
    { label: "Default root object", text: "index.html" },
    { label: "Countries", text: "only DE, AT" },
    {
      label: "Custom error responses",
      text: "404 → /index.html with 200 (kept 10 s); 503 (kept 0 s)",
    },
  ]);
});

it("shows APIs that have an address here, and warnings without secrets", () => {
  const { apis, warnings } = shownStack({});
  expect(apis).toEqual([{ label: "aws_api.a", text: "http://localhost:1" }]);
  expect(warnings).toEqual(["aws_s3_bucket.a: is public", "runs with ?token=***"]);
});
