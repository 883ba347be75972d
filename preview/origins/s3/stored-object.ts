import { createHash } from "node:crypto";
import type { Block, Resource } from "../../../synthesized/stack";
import type { HeaderList } from "../../messages";
import { textMapOf, textOf } from "../attributes";
import { type FileRules, readStackFile } from "../stack-file";

/** What S3 keeps under one key. */
export interface ObjectContent {
  readonly bytes: Uint8Array;
  /** With its quotes, as it goes on the wire. */
  readonly etag: string;
  /** Milliseconds since 1970, whole seconds. */
  readonly modified: number;
}

/** One object of a bucket. */
export interface StoredObject {
  readonly key: string;
  /** Content-Type, Cache-Control, x-amz-meta-… */
  readonly headers: HeaderList;
  /** Whether everybody may read it by its access control list. */
  readonly isPublic: boolean;
  /** @throws when the file cannot be read */
  content(): Promise<ObjectContent>;
}

const HEADERS: readonly (readonly [attribute: string, header: string])[] = [
  ["cache_control", "Cache-Control"],
  ["content_disposition", "Content-Disposition"],
  ["content_encoding", "Content-Encoding"],
  ["content_language", "Content-Language"],
  ["website_redirect", "x-amz-website-redirect-location"],
];

/** An `aws_s3_object`; its file is read anew on each use. */
export function storedObject({ config }: Resource, rules: FileRules, now: number): StoredObject {
  const source = textOf(config, "source");
  const encoded = textOf(config, "content_base64");
  const literal =
    encoded === undefined
      ? Buffer.from(textOf(config, "content") ?? "")
      : Buffer.from(encoded, "base64");
  return {
    key: keyOf(textOf(config, "key") ?? ""),
    headers: [
      ["Content-Type", textOf(config, "content_type") ?? "application/octet-stream"],
      ...HEADERS.flatMap(([attribute, header]): HeaderList => {
        const value = textOf(config, attribute);
        return value === undefined ? [] : [[header, value]];
      }),
      ...Object.entries(textMapOf(config, "metadata")).map(
        ([name, value]) => [`x-amz-meta-${name.toLowerCase()}`, value] as const,
      ),
    ],
    isPublic: isPublicAcl(config),
    content: async () => {
      if (source === undefined) return objectContent(literal, now);
      const file = await readStackFile(source, rules);
      return objectContent(file.bytes, file.modified);
    },
  };
}

/** The key as Terraform's provider stores it: no slash at the start, none twice. */
function keyOf(text: string): string {
  return text.replace(/^\.\//, "").replace(/^\/+/, "").replace(/\/+/g, "/");
}

/** Whether an object's access control list lets everybody read it. */
export function isPublicAcl(config: Block): boolean {
  return (textOf(config, "acl") ?? "").startsWith("public-read");
}

/** Bytes as S3 keeps them: the entity tag of an unencrypted or SSE-S3 object is its MD5. */
export function objectContent(bytes: Uint8Array, modified: number): ObjectContent {
  return {
    bytes,
    etag: `"${createHash("md5").update(bytes).digest("hex")}"`,
    modified: Math.floor(modified / 1000) * 1000,
  };
}
