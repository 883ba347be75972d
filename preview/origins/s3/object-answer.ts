import type { EdgeRequest, EdgeResponse, HeaderList } from "../../messages";
import { byteRange } from "./byte-range";
import { checkConditions } from "./conditional";
import type { ObjectContent, StoredObject } from "./stored-object";
import { errorAnswer, s3Headers } from "./xml-answer";

/**
 * An object as S3 serves it to GET and HEAD: conditions first, then the range.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html
 */
export function objectAnswer(
  object: StoredObject,
  content: ObjectContent,
  request: EdgeRequest,
  now: number,
): EdgeResponse {
  const { method, headers } = request;
  const validators: HeaderList = [
    ["Last-Modified", new Date(content.modified).toUTCString()],
    ["ETag", content.etag],
  ];
  const condition = checkConditions(headers, content);
  if (condition === "failed") {
    return errorAnswer(
      {
        status: 412,
        code: "PreconditionFailed",
        message: "At least one of the pre-conditions you specified did not hold",
      },
      method,
      now,
    );
  }
  if (condition === "not-modified") {
    const kept = object.headers.filter(([name]) => name === "Cache-Control");
    return {
      status: 304,
      headers: [...s3Headers(now), ...validators, ...kept],
      body: Buffer.alloc(0),
    };
  }
  const size = content.bytes.length;
  const range = byteRange(headers, { ...content, size });
  if (range === "unsatisfiable") return unsatisfiable(request, size, now);
  const body =
    range === undefined ? content.bytes : content.bytes.subarray(range.first, range.last + 1);
  return {
    status: range === undefined ? 200 : 206,
    headers: [
      ...s3Headers(now),
      ...validators,
      ["x-amz-server-side-encryption", "AES256"],
      ["Accept-Ranges", "bytes"],
      ...(range === undefined
        ? []
        : ([["Content-Range", `bytes ${range.first}-${range.last}/${size}`]] as const)),
      ...object.headers,
      ["Content-Length", String(body.length)],
    ],
    body: method === "HEAD" ? Buffer.alloc(0) : body,
  };
}

function unsatisfiable({ method, headers }: EdgeRequest, size: number, now: number): EdgeResponse {
  const asked = headers.find(([name]) => name.toLowerCase() === "range")?.[1] ?? "";
  return errorAnswer(
    {
      status: 416,
      code: "InvalidRange",
      message: "The requested range is not satisfiable",
      details: { RangeRequested: asked, ActualObjectSize: String(size) },
      headers: [["Content-Range", `bytes */${size}`]],
    },
    method,
    now,
  );
}
