import { parse } from "@cdktf/hcl2json";
import { toHcl } from "../../../synthesized/hcl/to-hcl";
import type { Block, Json, SynthesizedStack } from "../../../synthesized/stack";
import { normalise } from "../../support/normalise";
import { everyBlock } from "./every-block";

const resource = (type: string, config: Block): SynthesizedStack => ({
  resource: { [type]: { it: config } },
});

const roundTrip = async (stack: SynthesizedStack) =>
  expect(normalise(await parse("main.tf", toHcl(stack)))).toEqual(
    normalise(stack as unknown as Json),
  );

describe("toHcl", () => {
  it("is the same configuration when it is converted back", () => roundTrip(everyBlock));

  it("keeps zeros, false, null, empty strings, lists and maps", async () => {
    const config = { default_ttl: 0, on: false, none: null, text: "", list: [], tags: {} };
    await roundTrip(resource("aws_x", config));
    expect(toHcl(resource("aws_x", config))).toBe(`resource "aws_x" "it" {
  default_ttl = 0
  on          = false
  none        = null
  text        = ""
  list        = []
  tags        = {}
}
`);
  });

  it("writes a string that is one reference as the reference", () => {
    const hcl = toHcl(resource("aws_x", { id: "${aws_y.z.id}", list: ["${a.b}", "x-${a.b}"] }));
    expect(hcl).toContain("id   = aws_y.z.id\n");
    expect(hcl).toContain('list = [a.b, "x-${a.b}"]');
  });

  it("writes Terraform's own words without quotes", () => {
    const hcl = toHcl(
      resource("aws_x", {
        provider: "aws.us_east_1",
        depends_on: ["aws_y.z"],
        lifecycle: { ignore_changes: "all", create_before_destroy: true },
      }),
    );
    expect(hcl).toBe(`resource "aws_x" "it" {
  provider = aws.us_east_1

  lifecycle {
    ignore_changes        = all
    create_before_destroy = true
  }

  depends_on = [aws_y.z]
}
`);
  });

  it("writes text of several lines as a heredoc, and its closing line nowhere else", async () => {
    const stack = resource("aws_x", { code: 'if (a) {\n\tEOT\n  return `$${b}`; // "\\n"\n}\n' });
    await roundTrip(stack);
    expect(toHcl(stack)).toContain(
      'code = <<EOT_\nif (a) {\n\tEOT\n  return `$${b}`; // "\\n"\n}\nEOT_',
    );
  });

  it("writes text that a heredoc cannot hold with escapes", async () => {
    const stack = resource("aws_x", { crlf: "a\r\nb\n", open: "a\nb", bell: "\u0007\n\n" });
    await roundTrip(stack);
    expect(toHcl(stack)).toContain('crlf = "a\\r\\nb\\n"');
  });

  it("takes an empty list of blocks for no block, and an empty list of strings for itself", () => {
    const hcl = toHcl(
      resource("aws_cloudfront_distribution", { aliases: [], ordered_cache_behavior: [] }),
    );
    expect(hcl).toContain("aliases = []");
    expect(hcl).not.toContain("ordered_cache_behavior");
  });

  it("drops comments of blocks but no key of a map", () => {
    const hcl = toHcl(resource("aws_x", { "//": { metadata: {} }, tags: { "//": "kept" } }));
    expect(hcl).not.toContain("metadata");
    expect(hcl).toContain('"//" = "kept"');
  });

  it("escapes what looks like a template where Terraform's JSON has none", () => {
    expect(toHcl({ variable: { a: { default: "${x} %{y}", type: "string" } } })).toContain(
      'default = "$${x} %%{y}"',
    );
  });

  it("refuses a block that Terraform does not know", () => {
    const stack = { resources: {} } as SynthesizedStack;
    expect(() => toHcl(stack)).toThrow(/^"resources" is no top-level block of Terraform/);
  });

  it("says where a block should stand and what stands there", () => {
    const stack = { resource: { aws_x: { it: "text" } } } as unknown as SynthesizedStack;
    expect(() => toHcl(stack)).toThrow(
      'resource.aws_x.it must be an object or a list of objects, got "text"',
    );
  });

  it("is empty for an empty configuration", () => {
    expect(toHcl({})).toBe("");
  });
});
