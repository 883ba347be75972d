import type { EdgeRequest, EdgeResponse } from "../../messages";
import { parseQuery } from "../query";
import type { Bucket } from "./bucket";
import { escapeXml, s3Headers, xmlAnswer } from "./xml-answer";

/**
 * The keys of a bucket, as `GET /` of the REST endpoint lists them: in order, at most 1000, with
 * `prefix`, `delimiter`, `max-keys` and `list-type=2`.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectsV2.html
 */
export async function listAnswer(
  bucket: Bucket,
  request: EdgeRequest,
  now: number,
): Promise<EdgeResponse> {
  const query = new Map(parseQuery(request.query));
  const prefix = query.get("prefix") ?? "";
  const delimiter = query.get("delimiter") ?? "";
  const limit = Math.min(Number(query.get("max-keys") ?? 1000) || 0, 1000);
  const keys = [...bucket.objects.keys()].filter((key) => key.startsWith(prefix)).sort(byBytes);
  const rest = (key: string) => (delimiter === "" ? -1 : key.indexOf(delimiter, prefix.length));
  const folders = new Set(
    keys.filter((key) => rest(key) >= 0).map((key) => key.slice(0, rest(key) + delimiter.length)),
  );
  const plain = keys.filter((key) => rest(key) < 0);
  const shown = plain.slice(0, limit);
  const contents = await Promise.all(shown.map((key) => contentsXml(bucket, key)));
  return xmlAnswer(
    200,
    [
      '<ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/">',
      `<Name>${escapeXml(bucket.name)}</Name><Prefix>${escapeXml(prefix)}</Prefix>`,
      query.get("list-type") === "2"
        ? `<KeyCount>${shown.length + folders.size}</KeyCount>`
        : "<Marker></Marker>",
      `<MaxKeys>${limit}</MaxKeys>`,
      delimiter === "" ? "" : `<Delimiter>${escapeXml(delimiter)}</Delimiter>`,
      `<IsTruncated>${plain.length > shown.length}</IsTruncated>`,
      ...contents,
      ...[...folders].map(
        (folder) => `<CommonPrefixes><Prefix>${escapeXml(folder)}</Prefix></CommonPrefixes>`,
      ),
      "</ListBucketResult>",
    ].join(""),
    request.method,
    [...s3Headers(now), ["x-amz-bucket-region", bucket.region]],
  );
}

async function contentsXml(bucket: Bucket, key: string): Promise<string> {
  const content = await bucket.objects
    .get(key)
    ?.content()
    .catch(() => undefined);
  if (content === undefined) return "";
  const modified = new Date(content.modified).toISOString();
  return `<Contents><Key>${escapeXml(key)}</Key><LastModified>${modified}</LastModified><ETag>${escapeXml(content.etag)}</ETag><Size>${content.bytes.length}</Size><StorageClass>STANDARD</StorageClass></Contents>`;
}

function byBytes(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}
