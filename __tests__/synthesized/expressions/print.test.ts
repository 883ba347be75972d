import { parseConfigurationString } from "../../../synthesized/expressions/parse";
import { toJson } from "../../../synthesized/expressions/print";

describe("a printed expression", () => {
  it.each([
    "text",
    "$${literal} and %%{literal}",
    '${aws_s3_bucket.site["a"].bucket_regional_domain_name}',
    "${aws_lb.api[0].dns_name}",
    "${aws_lb.api[*].dns_name}",
    "https://${local.host}/${var.path}",
    '${join("-", [local.a, "b$${c}", "say \\"hi\\"\\n"]...)}',
    "${var.a && !var.b || -local.c + 2 * (local.d - 1) > 3 ? local.x : local.y}",
    "${[for k, v in local.map : upper(v) if k != local.skip]}",
    "${{for v in local.list : v.id => v.name...}}",
    '${jsonencode({Version = "2012-10-17", (local.key) = [aws_s3_bucket.site.arn, null, true]})}',
  ])("means the same when it is read again: %s", (text) => {
    const tree = parseConfigurationString(text);
    expect(parseConfigurationString(String(toJson(tree)))).toEqual(tree);
  });

  it("keeps references as they are written, since rules read them there", () => {
    const text = '${aws_s3_bucket.site["a"].id}';
    expect(toJson(parseConfigurationString(text))).toBe(text);
  });

  it("is plain JSON where it is literal", () => {
    const tree = parseConfigurationString('${["GET", {port = 80, host = local.host}]}');
    expect(toJson(tree)).toEqual(["GET", { port: 80, host: "${local.host}" }]);
  });

  it("escapes what would start a sequence", () => {
    expect(toJson({ kind: "literal", value: "${a} %{b}" })).toBe("$${a} %%{b}");
  });
});
