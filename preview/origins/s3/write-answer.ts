import { type EdgeRequest, type EdgeResponse, headerOf } from "../../messages";
import type { Bucket } from "./bucket";
import { objectContent } from "./stored-object";
import { type S3Error, s3Headers } from "./xml-answer";

/** How to ask the bucket's policy and how to say no. */
interface Gate {
  may(action: string): boolean;
  denied(action: string): EdgeResponse;
  refuse(error: S3Error): EdgeResponse;
}

// What is written lives in memory, so it is limited far below S3's 5 GB.
const MAX_BYTES = 20_000_000;
const MAX_OBJECTS = 10_000;

/**
 * Answers what is neither GET nor HEAD. PUT and DELETE need `s3:PutObject` and `s3:DeleteObject`,
 * and change the bucket in memory only, never a file.
 */
export function writeAnswer(
  bucket: Bucket,
  key: string,
  request: EdgeRequest,
  now: number,
  gate: Gate,
): EdgeResponse {
  const empty = Buffer.alloc(0);
  if (key !== "" && request.method === "DELETE") {
    if (!gate.may("s3:DeleteObject")) return gate.denied("s3:DeleteObject");
    bucket.objects.delete(key);
    return { status: 204, headers: s3Headers(now), body: empty };
  }
  if (key !== "" && request.method === "PUT") {
    if (!gate.may("s3:PutObject")) return gate.denied("s3:PutObject");
    if (request.body.length > MAX_BYTES || bucket.objects.size >= MAX_OBJECTS) {
      return gate.refuse({
        status: 400,
        code: "EntityTooLarge",
        message: "Your proposed upload exceeds the maximum allowed size",
      });
    }
    const content = objectContent(request.body, now);
    bucket.objects.set(key, {
      key,
      headers: [
        ["Content-Type", headerOf(request.headers, "content-type") ?? "binary/octet-stream"],
        ...request.headers.filter(([name]) => /^(cache-control|x-amz-meta-.*)$/i.test(name)),
      ],
      isPublic: false,
      content: async () => content,
    });
    return { status: 200, headers: [...s3Headers(now), ["ETag", content.etag]], body: empty };
  }
  return gate.refuse({
    status: 405,
    code: "MethodNotAllowed",
    message: "The specified method is not allowed against this resource.",
    details: { Method: request.method, ResourceType: key === "" ? "BUCKET" : "OBJECT" },
  });
}
