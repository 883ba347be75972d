import { readDocument } from "../../validations/read-document";

describe("readDocument", () => {
  it("reads a configuration as it is", () => {
    const stack = { resource: { aws_s3_bucket: { a: { bucket: "a" } } } };
    expect(readDocument(JSON.stringify(stack))).toEqual(stack);
  });

  it("joins the lists that Terraform takes in place of objects", () => {
    const text = JSON.stringify({
      resource: [
        { aws_s3_bucket: [{ a: [{ bucket: "a" }] }] },
        { aws_s3_bucket: { b: { bucket: "b" } }, "//": "a comment" },
      ],
      locals: [{ x: 1 }, { y: 2 }],
    });
    expect(readDocument(text)).toEqual({
      resource: { aws_s3_bucket: { a: { bucket: "a" }, b: { bucket: "b" } } },
      locals: { x: 1, y: 2 },
    });
  });

  it("takes a file with the byte order mark of an editor on Windows", () => {
    expect(readDocument('\uFEFF{"locals":{"x":1}}')).toEqual({ locals: { x: 1 } });
  });

  it.each([
    ["{", /^is no JSON: /],
    [
      "\uFFFD\uFFFD{\0}\0",
      /^is no JSON: it is UTF-16, as ">" of Windows PowerShell writes it; save/,
    ],
    [
      '# A site.\n\nresource "aws_s3_bucket" "site" {\n}\n',
      /^is no JSON: it is HCL; name it \*\.tf/,
    ],
    ["3", /holds a number$/],
    ["null", /holds null$/],
    ["[]", /holds an empty list$/],
    ['{"name":"one-origin"}', /it has none of terraform, provider/],
    ['{"resource":"x"}', /"resource" is a string$/],
    ['{"resource":{"aws_s3_bucket":{"a":3}}}', /"resource.aws_s3_bucket.a" is a number$/],
    ['{"format_version":"1.2","values":{}}', /write one with `terraform show -json/],
  ])("refuses %s and says why", (text, reason) => {
    expect(() => readDocument(text)).toThrow(reason);
  });
});
