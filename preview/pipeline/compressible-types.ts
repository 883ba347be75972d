const APPLICATION = `dash+xml eot font font-sfnt javascript json opentype otf pdf pkcs7-mime protobuf
  rss+xml truetype ttf vnd.apple.mpegurl vnd.mapbox-vector-tile vnd.ms-fontobject wasm x-font-opentype
  x-font-truetype x-font-ttf x-httpd-cgi x-javascript x-mpegurl x-opentype x-otf x-perl x-ttf
  xhtml+xml xml`;

const TEXT = `css csv html javascript js plain richtext tab-separated-values x-component x-java-source
  x-script xml`;

const FONT = "eot opentype otf ttf";

function under(type: string, names: string): string[] {
  return names.split(/\s+/).map((name) => `${type}/${name}`);
}

const TYPES = new Set([
  ...under("application", APPLICATION),
  ...under("text", TEXT),
  ...under("font", FONT),
  "image/svg+xml",
  "vnd.apple.mpegurl",
]);

/**
 * Whether CloudFront compresses a content type. Parameters such as `charset` do not matter.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/ServingCompressedFiles.html
 */
export function isCompressibleType(contentType: string | undefined): boolean {
  const type = (contentType ?? "").split(";", 1)[0]?.trim().toLowerCase() ?? "";
  return TYPES.has(type) || type.startsWith("application/x-font-");
}
