import { EdgeFunction, type EdgeFunctionProps } from "../../modules";
import { resource, synthesize } from "../support/synth";

const step = { name: "noop", code: "function noop(request) { return request; }" };

const minimum: Required<EdgeFunctionProps> = {
  functionName: "shop-default",
  event: "viewer-request",
  steps: [step],
};

const synth = (props: Partial<EdgeFunctionProps> = {}) =>
  resource(
    synthesize((scope) => {
      new EdgeFunction(scope, "edge", { ...minimum, ...props });
    }),
    "aws_cloudfront_function.edge",
  );

describe("EdgeFunction", () => {
  it("is published, on the current runtime, and replaced before it is destroyed", () => {
    // Every prop is required.
    expect(synth()).toEqual({
      name: "shop-default",
      runtime: "cloudfront-js-2.0",
      comment: "noop",
      publish: true,
      code: expect.stringContaining("var result = event.request;"),
      lifecycle: { create_before_destroy: true },
    });
  });

  it("starts with the response on viewer-response", () => {
    expect(synth({ event: "viewer-response" }).code).toContain("var result = event.response;");
  });

  it("keeps template literals of its code out of Terraform's hands", () => {
    const greet = { name: "greet", code: "function greet(r) { r.uri = `/${r.uri}`; return r; }" };
    expect(synth({ steps: [greet] }).code).toContain("`/$${r.uri}`");
  });

  it("refuses a name CloudFront would refuse", () => {
    expect(() => synth({ functionName: "a b" })).toThrow(
      /must be letters, digits, hyphens or underscores, got "a b" \(at test\/edge\)/,
    );
    expect(() => synth({ functionName: "x".repeat(65) })).toThrow(
      /the name of the CloudFront function has at most 64 characters, but "x{65}" has 65; choose a shorter name \(at test\/edge\)/,
    );
  });
});
