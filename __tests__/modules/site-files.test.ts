import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { PrivateBucket, SiteFiles } from "../../modules";
import { addresses, resource, synthesize } from "../support/synth";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "site-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(...keys: string[]): void {
  for (const key of keys) {
    mkdirSync(dirname(join(folder, key)), { recursive: true });
    writeFileSync(join(folder, key), key);
  }
}

const synth = (path = folder) =>
  synthesize((scope) => {
    const { bucket } = new PrivateBucket(scope, "bucket");
    new SiteFiles(scope, "site", { folder: path, bucket });
  });

describe("SiteFiles", () => {
  it("uploads each file with its type and how long it may be kept", () => {
    write("index.html", "assets/app-BfX9zQ2k.js");
    const stack = synth();
    expect(resource(stack, "aws_s3_object.site_assets__app-BfX9zQ2k_js")).toEqual({
      bucket: "${aws_s3_bucket.bucket.id}",
      key: "assets/app-BfX9zQ2k.js",
      source: expect.stringMatching(
        /^assets\/site_assets__app-BfX9zQ2k_js\/[0-9A-F]{32}\/app-BfX9zQ2k\.js$/,
      ),
      source_hash: expect.stringMatching(/^[0-9A-F]{32}$/),
      content_type: "text/javascript; charset=utf-8",
      cache_control: "public, max-age=31536000, immutable",
    });
    expect(resource(stack, "aws_s3_object.site_index_html")).toMatchObject({
      content_type: "text/html; charset=utf-8",
      cache_control: "no-cache",
    });
  });

  it("uploads index.html last, so that it never names a file that is not there yet", () => {
    write("index.html", "a.js", "b.css");
    expect(resource(synth(), "aws_s3_object.site_index_html").depends_on).toEqual([
      "aws_s3_object.site_a_js",
      "aws_s3_object.site_b_css",
    ]);
  });

  it("uploads index.html before Terraform deletes the files that it no longer names", () => {
    write("index.html", "a.js");
    const stack = synth();
    expect(resource(stack, "aws_s3_object.site_index_html").lifecycle).toEqual({
      create_before_destroy: true,
    });
    // Terraform passes it on to what index.html depends on.
    expect(resource(stack, "aws_s3_object.site_a_js").lifecycle).toBeUndefined();
  });

  it("leaves hidden files out, but not .well-known", () => {
    write("index.html", ".env", ".git/config", ".well-known/security.txt");
    const objects = addresses(synth()).filter((address) => address.startsWith("aws_s3_object"));
    expect(objects).toHaveLength(2);
  });

  it("changes the hash of a file when, and only when, its content changes", () => {
    write("index.html", "a.js");
    const before = synth();
    writeFileSync(join(folder, "a.js"), "changed");
    const after = synth();
    const hash = (stack: typeof before, name: string) =>
      resource(stack, `aws_s3_object.site_${name}`).source_hash;
    expect(hash(after, "a_js")).not.toBe(hash(before, "a_js"));
    expect(hash(after, "index_html")).toBe(hash(before, "index_html"));
  });

  it("refuses a folder that is missing or has no index.html", () => {
    expect(() => synth(join(folder, "dist"))).toThrow(
      /site folder ".*dist" does not exist; build the single-page app first, or set SITE_DIR/,
    );
    write("main.html");
    expect(() => synth()).toThrow(/has no index\.html; set SITE_DIR/);
  });
});
