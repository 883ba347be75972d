import { overview } from "../../../synthesized/overview/overview";

const behavior = {
  target_origin_id: "api",
  viewer_protocol_policy: "https-only",
  allowed_methods: ["HEAD", "GET"],
};

describe("overview", () => {
  it("counts resources and data sources by type", () => {
    const { resources, dataSources } = overview({
      resource: { aws_s3_bucket: { a: {}, b: {} } },
      data: { aws_lb: { api: {} } },
    });
    expect(resources).toEqual([{ type: "aws_s3_bucket", count: 2 }]);
    expect(dataSources).toEqual([{ type: "aws_lb", count: 1 }]);
  });

  it("lists behaviors in the order CloudFront tries them, the default one last", () => {
    const { distributions } = overview({
      resource: {
        aws_cloudfront_distribution: {
          it: {
            default_cache_behavior: [{ ...behavior, target_origin_id: "site" }],
            ordered_cache_behavior: [
              { ...behavior, path_pattern: "/api/v2/*" },
              { ...behavior, path_pattern: "/api/*" },
            ],
          },
        },
      },
    });
    expect(
      distributions[0]?.behaviors.map(({ pathPattern, originId }) => [pathPattern, originId]),
    ).toEqual([
      ["/api/v2/*", "api"],
      ["/api/*", "api"],
      ["*", "site"],
    ]);
  });

  it("reads blocks that stand as objects, as HCL converted by others has them", () => {
    const { distributions } = overview({
      resource: {
        aws_cloudfront_distribution: {
          it: {
            aliases: ["app.example.com"],
            origin: {
              origin_id: "api",
              domain_name: "${aws_lb.api.dns_name}",
              origin_path: "/prod",
              custom_origin_config: {
                http_port: 80,
                https_port: 443,
                origin_protocol_policy: "https-only",
                origin_ssl_protocols: ["TLSv1.2"],
              },
            },
            default_cache_behavior: {
              ...behavior,
              function_association: {
                event_type: "viewer-request",
                function_arn: "${aws_cloudfront_function.it.arn}",
              },
            },
          },
        },
      },
    });
    expect(distributions).toEqual([
      {
        address: "aws_cloudfront_distribution.it",
        aliases: ["app.example.com"],
        origins: [
          {
            id: "api",
            domain: "aws_lb.api.dns_name/prod",
            protocol: "https-only, TLSv1.2, port 443",
          },
        ],
        behaviors: [
          {
            pathPattern: "*",
            originId: "api",
            viewerProtocolPolicy: "https-only",
            methods: "GET HEAD",
            caching: "not cached",
            functions: ["viewer-request aws_cloudfront_function.it"],
          },
        ],
      },
    ]);
  });

  it("shows where an output comes from, and nothing of a sensitive one", () => {
    const { outputs } = overview({
      output: { url: { value: "${a.b.c}" }, key: { value: "${d.e.f}", sensitive: true } },
    });
    expect(outputs.map(({ name, value }) => [name, value])).toEqual([
      ["url", "a.b.c"],
      ["key", "(sensitive)"],
    ]);
  });

  it.each([
    [{ backend: { s3: { bucket: "b", key: "k" } } }, "S3 bucket b, key k"],
    [
      { cloud: { organization: "acme", workspaces: { name: "w" } } },
      "Terraform Cloud organization acme, workspace w",
    ],
    [{ backend: { local: { path: "x.tfstate" } } }, "local file x.tfstate"],
    [{ backend: { s3: [{ bucket: "b", key: "k" }] } }, "S3 bucket b, key k"],
    [{ backend: { azurerm: {} } }, "azurerm"],
    [{}, "local file terraform.tfstate"],
  ])("says where the state of %j is", (terraform, state) => {
    expect(overview({ terraform }).state).toBe(state);
  });
});

describe("an origin", () => {
  const protocolOf = (origin: Record<string, string | Record<string, string | number>>) =>
    overview({ resource: { aws_cloudfront_distribution: { it: { origin: [origin] } } } })
      .distributions[0]?.origins[0]?.protocol;

  it.each([
    [{ origin_access_control_id: "${a.b.id}" }, "S3, origin access control"],
    [{ s3_origin_config: { origin_access_identity: "x" } }, "S3, origin access identity"],
    [{ vpc_origin_config: { vpc_origin_id: "x" } }, "VPC origin"],
    [{}, "S3, public"],
    [
      { custom_origin_config: { origin_protocol_policy: "http-only", http_port: 8080 } },
      "http-only, port 8080",
    ],
    [
      { custom_origin_config: { origin_protocol_policy: "match-viewer" } },
      "match-viewer, port 80; port 443",
    ],
  ])("%j is: %s", (origin, protocol) => {
    expect(protocolOf(origin)).toBe(protocol);
  });
});
