// The tables that tell blocks from maps, against the schema of the AWS provider that is installed.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { isNestedBlock } from "../../synthesized/hcl/block-rule";
import type { Json } from "../../synthesized/stack";
import { expectSuccess } from "../support/terraform/expect-success";
import { requireTools } from "../support/terraform/require-tools";
import { createSandbox, type Sandbox } from "../support/terraform/sandbox";

/** The resources for which an empty list of blocks is known. */
const OWN =
  /^(data\.)?aws_(acm_|api_gateway_|apigatewayv2_|cloudfront_|cloudwatch_(event_rule|event_target|log|metric_alarm)|iam_|lambda_|lb|route53_(record|zone)|s3_(bucket|object)|wafv2_)/;

interface SchemaBlock {
  readonly attributes?: Readonly<
    Record<
      string,
      { readonly type?: Json; readonly optional?: boolean; readonly required?: boolean }
    >
  >;
  readonly block_types?: Readonly<
    Record<
      string,
      { readonly block: SchemaBlock; readonly max_items?: number; readonly nesting_mode?: string }
    >
  >;
}

/** What a configuration can set: where it stands, its name, and its kind. */
interface Setting {
  readonly path: string;
  readonly name: string;
  readonly kind: "map" | "list" | "block" | "blocks";
}

requireTools("terraform", "provider")("telling blocks from maps", () => {
  let sandbox: Sandbox;
  let settings: readonly Setting[];

  beforeAll(async () => {
    sandbox = createSandbox({ url: "http://127.0.0.1:9" });
    const required = { aws: { source: "hashicorp/aws", version: ">= 5.100.0, < 7.0.0" } };
    writeFileSync(
      join(sandbox.folder, "main.tf.json"),
      JSON.stringify({ terraform: { required_providers: required } }),
    );
    const cwd = sandbox.folder;
    expectSuccess(await sandbox.run("terraform", ["init"], { cwd }));
    const { stdout } = await sandbox.run("terraform", ["providers", "schema", "-json"], { cwd });
    const [aws] = Object.values(JSON.parse(stdout).provider_schemas) as ProviderSchema[];
    settings = aws === undefined ? [] : settingsOf(aws);
  }, 300_000);

  afterAll(() => sandbox.remove());

  const wrong = (kind: Setting["kind"], value: Json, expected: boolean, only = /^/) =>
    settings
      .filter((it) => it.kind === kind && only.test(it.path))
      .filter(({ path, name }) => isNestedBlock(path, name, value) !== expected)
      .map(({ path, name }) => `${path}.${name}`);

  it("knows every map of the provider", () => {
    expect(settings.length).toBeGreaterThan(10_000);
    expect(wrong("map", { a: "b" }, false)).toEqual([]);
  });

  it("knows every block of the provider, as an object and in a list", () => {
    expect([...wrong("block", { a: "b" }, true), ...wrong("blocks", { a: "b" }, true)]).toEqual([]);
    expect([...wrong("block", [{}], true), ...wrong("blocks", [{}], true)]).toEqual([]);
  });

  it("takes no empty list of strings for blocks", () => {
    expect(wrong("list", [], false)).toEqual([]);
  });

  it("takes an empty list for no block in the resources this project is about", () => {
    expect(wrong("blocks", [], true, OWN)).toEqual([]);
  });
});

interface ProviderSchema {
  readonly provider: { readonly block: SchemaBlock };
  readonly resource_schemas: Readonly<Record<string, { readonly block: SchemaBlock }>>;
  readonly data_source_schemas: Readonly<Record<string, { readonly block: SchemaBlock }>>;
}

function settingsOf({
  provider,
  resource_schemas,
  data_source_schemas,
}: ProviderSchema): Setting[] {
  return [
    ...walk(provider.block, "provider.aws"),
    ...Object.entries(resource_schemas).flatMap(([type, { block }]) => walk(block, type)),
    ...Object.entries(data_source_schemas).flatMap(([type, { block }]) =>
      walk(block, `data.${type}`),
    ),
  ];
}

function walk({ attributes = {}, block_types = {} }: SchemaBlock, path: string): Setting[] {
  return [
    ...Object.entries(attributes).flatMap(([name, { type = "", optional, required }]) => {
      const kind = optional || required ? kindOf(type) : undefined;
      return kind === undefined ? [] : [{ path, name, kind }];
    }),
    ...Object.entries(block_types).flatMap(
      ([name, { block, max_items, nesting_mode }]): Setting[] => [
        { path, name, kind: max_items === 1 || nesting_mode === "single" ? "block" : "blocks" },
        ...walk(block, `${path}.${name}`),
      ],
    ),
  ];
}

/** Lists of objects stay out: Terraform takes both block and attribute syntax for them. */
function kindOf(type: Json): "map" | "list" | undefined {
  if (!Array.isArray(type)) return undefined;
  const [collection, element] = type;
  if (collection === "map" || collection === "object") return "map";
  return typeof element === "string" ? "list" : undefined;
}
