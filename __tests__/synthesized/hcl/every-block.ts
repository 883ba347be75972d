// A configuration with every kind of block and value that HCL has.
import type { SynthesizedStack } from "../../../synthesized/stack";

export const everyBlock = {
  "//": { metadata: { version: "0.21.0" } },
  terraform: {
    required_version: ">= 1.10.0",
    required_providers: { aws: { source: "hashicorp/aws", version: "~> 5.0" } },
    backend: { s3: { bucket: "state", use_lockfile: true, assume_role: { role_arn: "arn:x" } } },
    cloud: { organization: "acme", workspaces: { name: "w", tags: { a: "b" } } },
  },
  provider: {
    aws: [
      { region: "eu-west-1", default_tags: [{ tags: { Project: "p" } }] },
      { region: "us-east-1", alias: "us_east_1", endpoints: [{ s3: "http://127.0.0.1" }] },
    ],
  },
  variable: {
    names: { type: "${map(list(string))}", default: { a: ["b"] }, nullable: false },
    count: {
      type: "number",
      default: 0,
      validation: { condition: "${var.count >= 0}", error_message: "not below 0" },
    },
  },
  locals: { a: 1, nested: { list: [{ b: [] }, {}], "a.b": true, for: "x", "${key}": -1.5 } },
  data: {
    aws_lb: { api: { tags: { "elasticbeanstalk:environment-name": "staging" } } },
    aws_lbs: {
      all: {
        filter: [
          { name: "a", values: [] },
          { name: "b", values: ["c"] },
        ],
      },
    },
    terraform_remote_state: { s: { backend: "s3", config: { bucket: "b" } } },
  },
  resource: {
    aws_lambda_function: {
      api: {
        environment: { variables: { STAGE: "prod", EMPTY: "" } },
        count: "${var.count}",
        lifecycle: {
          ignore_changes: ["tags", 'tags_all["a"]'],
          replace_triggered_by: ["aws_s3_bucket.site.arn"],
          precondition: [{ condition: "${var.count > 0}", error_message: "none" }],
        },
        timeouts: { create: "5m" },
      },
    },
    aws_api_gateway_integration: {
      mock: {
        request_parameters: { "integration.request.path.proxy": "'a'" },
        request_templates: { "application/json": '{"statusCode": 200}' },
      },
    },
    aws_s3_bucket_policy: {
      site: {
        "//": { metadata: { path: "stack/site" } },
        policy: '{"Resource":"${aws_s3_bucket.site.arn}/*","A":"\\u003c"}',
        depends_on: ["aws_s3_bucket.site"],
        provider: "aws.us_east_1",
      },
    },
    aws_security_group: {
      web: {
        dynamic: {
          ingress: {
            for_each: "${var.ports}",
            iterator: "port",
            content: { from_port: "${port.value}", cidr_blocks: [] },
          },
        },
      },
    },
    terraform_data: {
      run: {
        input: [{ a: 1 }, "x"],
        triggers_replace: { b: '${replace(a.b, "/^https?://([^/]*).*/", "$1")}' },
        provisioner: [
          {
            "local-exec": { command: "echo ${self.id}", when: "destroy", environment: { A: "b" } },
          },
        ],
      },
    },
    aws_cloudfront_distribution: {
      site: {
        for_each: '${toset(["a", "b"])}',
        enabled: false,
        origin: [
          { origin_id: "s3", custom_header: [{ name: "a", value: '$${b} %%{c} \\ "q"\t' }] },
          { origin_id: "api", custom_origin_config: { http_port: 80, origin_ssl_protocols: [] } },
        ],
        comment: '${each.key} of ${join(", ", [for x in var.names : "<${x}>"])}',
        restrictions: { geo_restriction: { restriction_type: "none", locations: [] } },
        custom_error_response: [{ error_code: 404, error_caching_min_ttl: 0 }],
      },
    },
  },
  module: {
    vpc: { source: "./vpc", providers: { aws: "aws.us_east_1" }, subnets: [{ a: 1 }, { a: 2 }] },
  },
  moved: [{ from: "aws_s3_bucket.a", to: "aws_s3_bucket.b" }],
  import: [{ to: "aws_s3_bucket.b", id: "name-${var.count}" }],
  removed: [{ from: "aws_s3_bucket.c", lifecycle: { destroy: false } }],
  check: {
    health: {
      data: { http: { site: { url: "https://x", request_headers: { A: "b" } } } },
      assert: [{ condition: "${data.http.site.status_code == 200}", error_message: "down" }],
    },
  },
  output: {
    url: { value: '${aws_cloudfront_distribution.site["a"].domain_name}', sensitive: false },
    all: { value: { a: [1, null], b: "${var.names}" }, description: "", depends_on: ["aws_x.y"] },
  },
} as unknown as SynthesizedStack;
