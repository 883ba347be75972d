import { edgeModel } from "../../../preview/model";
import { customOrigin, distributionStack } from "../../support/distribution-stack";

const modelOf = (overrides: object, resource?: object) =>
  edgeModel(distributionStack(overrides, resource));
const originOf = (origin: object, resource?: object) =>
  modelOf({ origin: [customOrigin("app"), { origin_id: "x", ...origin }] }, resource).origins[1];

describe("an origin", () => {
  it("takes over every setting of a custom origin", () => {
    const origin = originOf({
      domain_name: "x.example",
      origin_path: "/prod",
      connection_attempts: 2,
      connection_timeout: 4,
      response_completion_timeout: 60,
      custom_header: [
        { name: "X-One", value: "1" },
        { name: "X-Two", value: "" },
      ],
      custom_origin_config: {
        http_port: 8080,
        https_port: "8443",
        origin_protocol_policy: "match-viewer",
        origin_ssl_protocols: ["TLSv1.1", "TLSv1.2"],
        origin_read_timeout: 50,
        origin_keepalive_timeout: 20,
      },
    });
    expect(origin).toEqual({
      id: "x",
      domainName: "x.example",
      originPath: "/prod",
      kind: "custom",
      customHeaders: [
        ["X-One", "1"],
        ["X-Two", ""],
      ],
      connectionAttempts: 2,
      connectionTimeoutSeconds: 4,
      readTimeoutSeconds: 50,
      keepaliveTimeoutSeconds: 20,
      responseCompletionTimeoutSeconds: 60,
      protocolPolicy: "match-viewer",
      httpPort: 8080,
      httpsPort: 8443,
      sslProtocols: ["TLSv1.1", "TLSv1.2"],
    });
  });

  const bucket = "b.s3.eu-west-1.amazonaws.com";
  const control = (signing_behavior: string) => ({
    aws_cloudfront_origin_access_control: {
      c: { id: "C1", origin_access_control_origin_type: "s3", signing_behavior },
    },
  });

  it.each([
    ["always", "https-only"],
    ["no-override", "match-viewer"],
    ["never", "match-viewer"],
  ])("is a bucket whose access control signs %s", (signingBehavior, protocolPolicy) => {
    const origin = { domain_name: bucket, origin_access_control_id: "C1" };
    expect(originOf(origin, control(signingBehavior))).toMatchObject({
      kind: "s3",
      protocolPolicy,
      originAccessControl: { id: "C1", originType: "s3", signingBehavior },
    });
  });

  it("is a bucket with the legacy identity", () => {
    const s3_origin_config = { origin_access_identity: "origin-access-identity/cloudfront/E1" };
    const origin = originOf({ domain_name: bucket, s3_origin_config });
    expect(origin).toMatchObject({
      kind: "s3",
      originAccessIdentity: "origin-access-identity/cloudfront/E1",
    });
    expect(origin).not.toHaveProperty("originAccessControl");
  });

  it.each([
    "b.s3.amazonaws.com",
    "b.s3-eu-west-1.amazonaws.com",
    "b.s3.cn-north-1.amazonaws.com.cn",
  ])("knows %s for a bucket", (domain_name) => {
    expect(originOf({ domain_name })?.kind).toBe("s3");
  });

  it.each(["www.example", "b.s3-website-eu-west-1.amazonaws.com", "s3.example"])(
    "refuses %s without a custom_origin_config",
    (domain_name) => {
      expect(() => originOf({ domain_name })).toThrow(
        `aws_cloudfront_distribution.d.origin.1 has no custom_origin_config, but its domain_name "${domain_name}" is not a bucket's REST domain`,
      );
    },
  );

  it("takes the settings of an origin in a VPC from its resource", () => {
    const resource = {
      aws_cloudfront_vpc_origin: {
        v: {
          id: "vo_1",
          vpc_origin_endpoint_config: {
            http_port: 81,
            https_port: 444,
            origin_protocol_policy: "http-only",
            origin_ssl_protocols: { items: ["TLSv1.2"], quantity: 1 },
          },
        },
      },
    };
    const origin = { domain_name: "lb.internal", vpc_origin_config: { vpc_origin_id: "vo_1" } };
    expect(originOf(origin, resource)).toMatchObject({
      kind: "custom",
      protocolPolicy: "http-only",
      httpPort: 81,
      readTimeoutSeconds: 30,
      sslProtocols: ["TLSv1.2"],
    });
  });

  it("has the timeouts of its own block when it is in a VPC", () => {
    const vpc_origin_config = {
      vpc_origin_id: "vo_of_another_stack",
      origin_read_timeout: 60,
      origin_keepalive_timeout: 10,
    };
    expect(originOf({ domain_name: "lb.internal", vpc_origin_config })).toMatchObject({
      readTimeoutSeconds: 60,
      keepaliveTimeoutSeconds: 10,
      sslProtocols: ["TLSv1.2"],
    });
  });

  it("says where a value that could not be resolved belongs", () => {
    expect(() => originOf({ domain_name: "${data.x.y.host}" })).toThrow(
      'aws_cloudfront_distribution.d.origin.1.domain_name needs a value that is known before the deployment, got "${data.x.y.host}"; set it in the stack or with --set aws_cloudfront_distribution.d.origin.1.domain_name=VALUE',
    );
  });
});

describe("an origin group", () => {
  const group = (members: string[]) => ({
    origin: [customOrigin("app"), customOrigin("spare")],
    origin_group: {
      origin_id: "group",
      failover_criteria: { status_codes: [500, 503] },
      member: members.map((origin_id) => ({ origin_id })),
    },
  });

  it("has its members in order and may be a target", () => {
    const overrides = group(["app", "spare"]);
    const model = modelOf(overrides);
    expect(model.originGroups).toEqual([
      { id: "group", members: ["app", "spare"], statusCodes: [500, 503] },
    ]);
  });

  it("refuses a member that is no origin", () => {
    expect(() => modelOf(group(["app", "gone"]))).toThrow(
      'needs two members that are origins of the distribution, got "app", "gone"; its origins are "app", "spare"',
    );
  });
});
