// A small stack as Terraform JSON: a site in S3, a backend somewhere, an API that answers by itself.
import type { Block, SynthesizedStack } from "../../../synthesized/stack";

const BEHAVIOR = {
  allowed_methods: ["GET", "HEAD", "OPTIONS", "PUT", "POST", "PATCH", "DELETE"],
  cached_methods: ["GET", "HEAD"],
};

const DISABLED = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad";
const ALL_BUT_HOST = "b689b0a8-53d0-40ab-baf2-68738e2966ac";
const OPTIMIZED = "658327ea-f89d-4fab-a63d-7e88639e58f6";

const HTTPS_ONLY = {
  http_port: 80,
  https_port: 443,
  origin_protocol_policy: "https-only",
  origin_ssl_protocols: ["TLSv1.2"],
};

/** What of the stack a test changes. */
export interface SiteStackOptions {
  readonly aliases?: readonly string[];
  /** Domain of the origin `backend`. @default "backend.example.com" */
  readonly backendDomain?: string;
  readonly distribution?: Block;
  readonly resource?: SynthesizedStack["resource"];
  readonly data?: SynthesizedStack["data"];
  /** Content of `index.html`. @default "<h1>site</h1>" */
  readonly page?: string;
}

/** `/backend/*` goes to the origin `backend`, `/api/*` to a REST API of MOCKs, the rest to S3. */
export function siteStack(options: SiteStackOptions = {}): SynthesizedStack {
  const { aliases = [], backendDomain = "backend.example.com", page = "<h1>site</h1>" } = options;
  return {
    provider: { aws: [{ region: "eu-west-1" }] },
    ...(options.data === undefined ? {} : { data: options.data }),
    resource: {
      aws_s3_bucket: { site: { bucket: "site-bucket" } },
      aws_s3_bucket_policy: { site: { bucket: "${aws_s3_bucket.site.id}", policy: readPolicy() } },
      aws_s3_object: {
        index: object("index.html", "text/html", page),
        config: object(
          "config.json",
          "application/json",
          '${jsonencode({ api = aws_api_gateway_stage.prod.invoke_url, other = "https://example.com/x" })}',
        ),
      },
      aws_cloudfront_origin_access_control: {
        site: {
          name: "site",
          origin_access_control_origin_type: "s3",
          signing_behavior: "always",
          signing_protocol: "sigv4",
        },
      },
      ...restApi(),
      aws_cloudfront_distribution: {
        main: {
          enabled: true,
          aliases,
          default_root_object: "index.html",
          origin: [
            {
              origin_id: "site",
              domain_name: "${aws_s3_bucket.site.bucket_regional_domain_name}",
              origin_access_control_id: "${aws_cloudfront_origin_access_control.site.id}",
            },
            {
              origin_id: "backend",
              domain_name: backendDomain,
              custom_origin_config: HTTPS_ONLY,
              custom_header: [{ name: "X-Origin-Secret", value: "top-secret" }],
            },
            {
              origin_id: "api",
              domain_name:
                '${replace(aws_api_gateway_stage.prod.invoke_url, "/^https?://([^/]*).*/", "$1")}',
              origin_path: "/prod",
              custom_origin_config: HTTPS_ONLY,
            },
          ],
          ordered_cache_behavior: [
            {
              ...BEHAVIOR,
              path_pattern: "/backend/*",
              target_origin_id: "backend",
              viewer_protocol_policy: "allow-all",
              cache_policy_id: DISABLED,
              origin_request_policy_id: ALL_BUT_HOST,
            },
            {
              ...BEHAVIOR,
              path_pattern: "/api/*",
              target_origin_id: "api",
              viewer_protocol_policy: "https-only",
              cache_policy_id: DISABLED,
              origin_request_policy_id: ALL_BUT_HOST,
            },
          ],
          default_cache_behavior: {
            ...BEHAVIOR,
            target_origin_id: "site",
            viewer_protocol_policy: "redirect-to-https",
            cache_policy_id: OPTIMIZED,
          },
          restrictions: { geo_restriction: { restriction_type: "none" } },
          viewer_certificate: { cloudfront_default_certificate: true },
          ...options.distribution,
        },
      },
      ...options.resource,
    },
  };
}

function object(key: string, type: string, content: string): Block {
  return { bucket: "${aws_s3_bucket.site.id}", key, content, content_type: type };
}

function readPolicy(): string {
  return '${jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { Service = "cloudfront.amazonaws.com" }, Action = "s3:GetObject", Resource = "${aws_s3_bucket.site.arn}/*", Condition = { StringEquals = { "AWS:SourceArn" = aws_cloudfront_distribution.main.arn } } }] })}';
}

/** `GET /prod/api/open` answers 200 to everybody, `GET /prod/api/signed` to signed requests. */
function restApi(): NonNullable<SynthesizedStack["resource"]> {
  const api = "${aws_api_gateway_rest_api.api.id}";
  const parts = { open: "NONE", signed: "AWS_IAM" } as const;
  const each = (make: (name: keyof typeof parts) => Block): Record<string, Block> =>
    Object.fromEntries(
      (Object.keys(parts) as (keyof typeof parts)[]).map((name) => [name, make(name)]),
    );
  const ids = (name: string): Block => ({
    rest_api_id: api,
    resource_id: `\${aws_api_gateway_resource.${name}.id}`,
    http_method: "GET",
  });
  return {
    aws_api_gateway_rest_api: { api: { name: "api" } },
    aws_api_gateway_resource: {
      folder: {
        rest_api_id: api,
        parent_id: "${aws_api_gateway_rest_api.api.root_resource_id}",
        path_part: "api",
      },
      ...each((name) => ({
        rest_api_id: api,
        parent_id: "${aws_api_gateway_resource.folder.id}",
        path_part: name,
      })),
    },
    aws_api_gateway_method: each((name) => ({ ...ids(name), authorization: parts[name] })),
    aws_api_gateway_integration: each((name) => ({
      ...ids(name),
      type: "MOCK",
      request_templates: { "application/json": '{"statusCode": 200}' },
    })),
    aws_api_gateway_method_response: each((name) => ({ ...ids(name), status_code: "200" })),
    aws_api_gateway_integration_response: each((name) => ({
      ...ids(name),
      status_code: "200",
      response_templates: { "application/json": `{"route": "${name}"}` },
    })),
    aws_api_gateway_deployment: { now: { rest_api_id: api } },
    aws_api_gateway_stage: {
      prod: {
        rest_api_id: api,
        deployment_id: "${aws_api_gateway_deployment.now.id}",
        stage_name: "prod",
      },
    },
  };
}
