import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PrivateBucket, SiteFiles } from "../../modules";
import { resource, synthesize } from "../support/synth";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "site-"));
  for (const key of ["index.html", "a b.js", "app-BfX9zQ2k.js"]) {
    writeFileSync(join(folder, key), key);
  }
});
afterEach(() => rmSync(folder, { recursive: true }));

const synth = () =>
  synthesize((scope) => {
    const { bucket } = new PrivateBucket(scope, "bucket");
    new SiteFiles(scope, "site", { folder, bucket }).invalidate("E123");
  }) as ReturnType<typeof synthesize> & {
    action: Record<
      string,
      Record<string, { config: { distribution_id: string; paths: string[] } }>
    >;
  };

describe("SiteFiles.invalidate", () => {
  it("gives each file that keeps its name an invalidation of its own paths", () => {
    const actions = Object.values(synth().action.aws_cloudfront_create_invalidation ?? {});
    expect(actions.map(({ config }) => config)).toEqual([
      { distribution_id: "E123", paths: ["/a%20b.js"] },
      { distribution_id: "E123", paths: ["/", "/index.html"] },
    ]);
  });

  it("runs it after the file was updated, and only then", () => {
    expect(resource(synth(), "aws_s3_object.site_index_html").lifecycle).toMatchObject({
      action_trigger: [
        {
          events: ["after_update"],
          actions: ["action.aws_cloudfront_create_invalidation.site_index_html"],
        },
      ],
    });
  });

  it("leaves files with a hash in their name alone", () => {
    const { lifecycle } = resource(synth(), "aws_s3_object.site_app-BfX9zQ2k_js");
    expect(lifecycle).toBeUndefined();
  });

  it("asks for the versions that know actions", () => {
    expect(synth().terraform).toMatchObject({
      required_version: ">= 1.14.1",
      required_providers: { aws: { version: ">= 6.15.0, < 7.0.0" } },
    });
  });
});
