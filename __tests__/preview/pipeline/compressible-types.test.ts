import { isCompressibleType } from "../../../preview/pipeline/compressible-types";

it.each(
  `text/html text/css text/csv text/plain text/xml text/javascript text/js text/richtext
  text/tab-separated-values text/x-component text/x-java-source text/x-script application/json
  application/javascript application/x-javascript application/xml application/xhtml+xml
  application/rss+xml application/dash+xml application/wasm application/pdf application/protobuf
  application/pkcs7-mime application/eot application/font application/font-sfnt
  application/opentype application/otf application/truetype application/ttf application/x-font-ttf
  application/x-font-otf application/x-opentype application/x-otf application/x-ttf
  application/vnd.ms-fontobject application/vnd.apple.mpegurl application/x-mpegurl
  application/vnd.mapbox-vector-tile application/x-httpd-cgi application/x-perl font/eot
  font/opentype font/otf font/ttf image/svg+xml vnd.apple.mpegurl`.split(/\s+/),
)("compresses %s", (type) => {
  expect(isCompressibleType(type)).toBe(true);
});

it.each(["font/woff", "font/woff2", "image/png", "image/jpeg", "video/mp4", "application/zip"])(
  "leaves %s as it is",
  (type) => {
    expect(isCompressibleType(type)).toBe(false);
  },
);

it("looks at the type only, whatever its parameters and case", () => {
  expect(isCompressibleType("Text/HTML; charset=utf-8")).toBe(true);
  expect(isCompressibleType(undefined)).toBe(false);
});
