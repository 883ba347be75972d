import { loadStack } from "../../../preview/session/load-stack";
import { siteStack } from "../support/site-stack";

/** A behavior but for its cache policy. */
const READ_ONLY = {
  target_origin_id: "site",
  viewer_protocol_policy: "allow-all",
  allowed_methods: ["GET", "HEAD"],
  cached_methods: ["GET", "HEAD"],
};

describe("a stack that lacks values", () => {
  it("names a value that several places need once", async () => {
    const stack = siteStack({
      backendDomain: "${var.backend}",
      distribution: { aliases: ["${var.backend}"], default_root_object: "${var.backend}" },
    });
    const failing = loadStack({ stack: { ...stack, variable: { backend: {} } } });
    await expect(failing).rejects.toThrow(
      /^aws_cloudfront_distribution\.main\.\S+ has no value: \$\{var\.backend\} \(variable "backend" has no default; supply it with --set var\.backend=VALUE\); 2 more places need it too$/,
    );
  });

  it("does not need the names of policies and access controls", async () => {
    const stack = siteStack({
      distribution: {
        default_cache_behavior: {
          ...READ_ONLY,
          cache_policy_id: "${aws_cloudfront_cache_policy.own.id}",
        },
      },
    });
    const parameters_in_cache_key_and_forwarded_to_origin = {
      cookies_config: { cookie_behavior: "none" },
      headers_config: { header_behavior: "none" },
      query_strings_config: { query_string_behavior: "none" },
    };
    const policy = { name: "${var.name}", parameters_in_cache_key_and_forwarded_to_origin };
    const resource = { ...stack.resource, aws_cloudfront_cache_policy: { own: policy } };
    const loaded = await loadStack({ stack: { ...stack, resource, variable: { name: {} } } });
    expect(loaded.unresolved).toMatchObject([
      { address: "aws_cloudfront_cache_policy.own", path: "name" },
    ]);
  });

  it("says all options at once when it needs several values", async () => {
    const stack = siteStack({
      backendDomain: "${var.backend}",
      distribution: { default_root_object: "${aws_x.y.root}" },
    });
    const resource = { ...stack.resource, aws_x: { y: {} } };
    const failing = loadStack({ stack: { ...stack, resource, variable: { backend: {} } } });
    await expect(failing).rejects.toThrow(/\nall of them: --set \S+=VALUE --set \S+=VALUE$/);
  });

  it("runs with stand-ins for texts that only name things, and says so", async () => {
    const stack = siteStack({ distribution: { aliases: ["${var.app}-${var.stage}.example.com"] } });
    const variable = { app: {}, stage: {} };
    const { model, assumptions } = await loadStack({ stack: { ...stack, variable } });
    expect(model.aliases).toEqual(["app-stage.example.com"]);
    expect(assumptions).toHaveLength(2);
    const given = await loadStack(
      { stack: { ...stack, variable } },
      { set: { "var.app": "a", "var.stage": "b" } },
    );
    expect(given.model.aliases).toEqual(["a-b.example.com"]);
    expect(given.assumptions).toEqual([]);
  });

  it("does not need what no request depends on", async () => {
    const output = "${module.edge.output}";
    const stack = siteStack({
      distribution: {
        anycast_ip_list_id: output,
        continuous_deployment_policy_id: output,
        origin: {
          domain_name: "app.example.com",
          origin_id: "site",
          origin_shield: { enabled: true, origin_shield_region: output },
          custom_origin_config: { origin_protocol_policy: "https-only" },
        },
        ordered_cache_behavior: [],
        default_cache_behavior: {
          ...READ_ONLY,
          cache_policy_id: "658327ea-f89d-4fab-a63d-7e88639e58f6",
          field_level_encryption_id: output,
          realtime_log_config_arn: output,
        },
      },
    });
    const { unresolved } = await loadStack({ stack });
    expect(unresolved.map(({ path }) => path)).toEqual(
      expect.arrayContaining([
        "continuous_deployment_policy_id",
        "origin.origin_shield.origin_shield_region",
        "default_cache_behavior.realtime_log_config_arn",
      ]),
    );
  });

  it.each([
    ["a bucket", {}, "s3", "unknown-bucket.s3.amazonaws.com"],
    [
      "a server",
      { custom_origin_config: { origin_protocol_policy: "https-only" } },
      "custom",
      "localhost",
    ],
  ])(
    "needs no domain of %s that --origin says where to find",
    async (_, settings, kind, domainName) => {
      const site = { origin_id: "site", domain_name: "${module.site.domain}", ...settings };
      const distribution = { origin: site, ordered_cache_behavior: [] };
      const origins = { site: "http://localhost:3000" };
      const { model } = await loadStack({ stack: siteStack({ distribution }) }, { origins });
      expect(model.origins).toMatchObject([{ kind, domainName }]);
    },
  );

  it("asks which of several distributions before what one of them needs", async () => {
    const stack = siteStack({ backendDomain: "${var.backend}" });
    const { main } = stack.resource?.aws_cloudfront_distribution ?? {};
    const resource = {
      ...stack.resource,
      aws_cloudfront_distribution: { main: main as never, other: main as never },
    };
    await expect(
      loadStack({ stack: { ...stack, resource, variable: { backend: {} } } }),
    ).rejects.toThrow(/^the stack has 2 distributions; name one of .* with --distribution$/);
  });
});

describe("a stack as JSON", () => {
  it("may have a list for the body of each resource, as converters of HCL write it", async () => {
    const { resource, ...rest } = siteStack();
    const listed = Object.fromEntries(
      Object.entries(resource ?? {}).map(([type, named]) => [
        type,
        Object.fromEntries(Object.entries(named).map(([name, body]) => [name, [body]])),
      ]),
    );
    const { model } = await loadStack({ stack: { ...rest, resource: listed as never } });
    expect(model.orderedBehaviors.map(({ pathPattern }) => pathPattern)).toEqual([
      "/backend/*",
      "/api/*",
    ]);
    expect(model.origins[0]?.originAccessControl?.originType).toBe("s3");
  });
});
