import { edgeModel } from "../../preview/model";
import type { SynthesizedStack } from "../../synthesized/stack";
import {
  behavior,
  customOrigin,
  distribution,
  distributionStack,
} from "../support/distribution-stack";
import { resolve } from "../support/resolved-outputs";

describe("edgeModel", () => {
  it("fills in what a minimal distribution leaves out", () => {
    const model = edgeModel(distributionStack({ origin: customOrigin("app") }));
    expect(model).toEqual({
      address: "aws_cloudfront_distribution.d",
      id: "E1",
      domainName: "d1.cloudfront.net",
      aliases: [],
      defaultRootObject: "",
      geoRestriction: { type: "none", locations: [] },
      orderedBehaviors: [],
      defaultBehavior: {
        pathPattern: "*",
        targetOriginId: "app",
        viewerProtocolPolicy: "redirect-to-https",
        allowedMethods: ["GET", "HEAD"],
        cachedMethods: ["GET", "HEAD"],
        compress: false,
        functions: [],
      },
      origins: [
        {
          id: "app",
          domainName: "app.example",
          originPath: "",
          kind: "custom",
          customHeaders: [],
          connectionAttempts: 3,
          connectionTimeoutSeconds: 10,
          readTimeoutSeconds: 30,
          keepaliveTimeoutSeconds: 5,
          protocolPolicy: "https-only",
          httpPort: 80,
          httpsPort: 443,
          sslProtocols: ["TLSv1.2"],
        },
      ],
      originGroups: [],
      customErrorResponses: [],
    });
  });

  it("takes over every setting of the distribution", () => {
    const model = edgeModel(
      distributionStack({
        aliases: ["a.example"],
        default_root_object: "index.html",
        restrictions: { geo_restriction: { restriction_type: "whitelist", locations: ["DE"] } },
        custom_error_response: [
          {
            error_code: 404,
            response_code: 200,
            response_page_path: "/x",
            error_caching_min_ttl: 1,
          },
          { error_code: 403, response_code: 0, response_page_path: "" },
        ],
      }),
    );
    expect(model).toMatchObject({
      aliases: ["a.example"],
      defaultRootObject: "index.html",
      geoRestriction: { type: "whitelist", locations: ["DE"] },
      customErrorResponses: [
        { errorCode: 404, responseCode: 200, responsePagePath: "/x", errorCachingMinTtl: 1 },
        { errorCode: 403, errorCachingMinTtl: 10 },
      ],
    });
    expect(model.customErrorResponses[1]).not.toHaveProperty("responseCode");
  });

  it("keeps the order of the behaviors, written as a list or as one block", () => {
    const one = { ...behavior("app"), path_pattern: "/api/*" };
    const two = { ...behavior("app"), path_pattern: "/*" };
    const patterns = (ordered_cache_behavior: object) =>
      edgeModel(distributionStack({ ordered_cache_behavior })).orderedBehaviors.map(
        ({ pathPattern }) => pathPattern,
      );
    expect(patterns([one, two])).toEqual(["/api/*", "/*"]);
    expect(patterns([two, one])).toEqual(["/*", "/api/*"]);
    expect(patterns(one)).toEqual(["/api/*"]);
  });

  it("asks which of several distributions is meant, and takes the one that is named", () => {
    const stack = {
      resource: {
        aws_cloudfront_distribution: { a: distribution(), b: { ...distribution(), id: "E2" } },
      },
    } as unknown as SynthesizedStack;
    const both = "aws_cloudfront_distribution.a, aws_cloudfront_distribution.b";
    expect(() => edgeModel(stack)).toThrow(`the stack has 2 distributions; name one of ${both}`);
    expect(() => edgeModel(stack, "x")).toThrow(
      `the stack has no distribution "x"; name one of ${both}`,
    );
    expect(edgeModel(stack, "aws_cloudfront_distribution.b").id).toBe("E2");
  });

  it("names instances as Terraform does, and takes them without the quotes that a shell removes", () => {
    const distributions = { 'd["a"]': distribution(), 'd["b"]': { ...distribution(), id: "E2" } };
    const stack = {
      resource: { aws_cloudfront_distribution: distributions },
    } as unknown as SynthesizedStack;
    expect(() => edgeModel(stack)).toThrow('name one of aws_cloudfront_distribution.d["a"], ');
    expect(edgeModel(stack, "aws_cloudfront_distribution.d[b]").id).toBe("E2");
  });

  it("says that a stack without a distribution has none", () => {
    expect(() => edgeModel({})).toThrow("the stack has no aws_cloudfront_distribution");
    const modules = { addresses: {}, folders: [], absent: ["module.cdn"] };
    expect(() => edgeModel({ "//": { modules } } as never)).toThrow(
      "By the values of its variables there is no module.cdn; give others with --var-file",
    );
    const module = { cdn: { source: "terraform-aws-modules/cloudfront/aws" } };
    expect(() => edgeModel({ module } as never)).toThrow(
      "Modules of a registry are not read, nor those whose folder is missing: cdn (terraform-aws-modules/cloudfront/aws)",
    );
    expect(() => edgeModel(distributionStack({ default_cache_behavior: [] }))).toThrow(
      "aws_cloudfront_distribution.d has no default_cache_behavior; add one",
    );
  });

  it("reads a stack that was synthesized, from expressions to origins", async () => {
    const { stack, unresolved } = await resolve({
      provider: { aws: [{ region: "eu-west-1" }] },
      resource: {
        aws_s3_bucket: { site: { bucket: "site" } },
        aws_api_gateway_rest_api: { api: { name: "api" } },
        aws_api_gateway_stage: {
          api: { rest_api_id: "${aws_api_gateway_rest_api.api.id}", stage_name: "api" },
        },
        aws_cloudfront_function: { spa: { name: "spa", code: "", runtime: "cloudfront-js-2.0" } },
        aws_cloudfront_distribution: {
          distribution: {
            origin: [
              {
                ...customOrigin("apigw"),
                domain_name:
                  '${replace(aws_api_gateway_stage.api.invoke_url, "/^https?://([^/]*).*/", "$1")}',
              },
              {
                origin_id: "s3",
                domain_name: "${aws_s3_bucket.site.bucket_regional_domain_name}",
              },
            ],
            default_cache_behavior: {
              ...behavior("s3"),
              function_association: {
                event_type: "viewer-request",
                function_arn: "${aws_cloudfront_function.spa.arn}",
              },
            },
            ordered_cache_behavior: { ...behavior("apigw"), path_pattern: "/api/*" },
          },
        },
      },
    });
    const model = edgeModel(stack);
    expect(unresolved).toEqual([]);
    expect(model.origins.map(({ kind, domainName }) => [kind, domainName])).toEqual([
      ["custom", expect.stringMatching(/^[0-9a-z]{10}\.execute-api\.eu-west-1\.amazonaws\.com$/)],
      ["s3", "site.s3.eu-west-1.amazonaws.com"],
    ]);
    expect(model.defaultBehavior.functions).toMatchObject([
      { address: "aws_cloudfront_function.spa" },
    ]);
  });
});
