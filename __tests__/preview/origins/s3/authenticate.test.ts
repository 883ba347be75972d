import { AwsClient } from "aws4fetch";
import { ANONYMOUS } from "../../../../preview/origins/caller";
import { read } from "../support/exchange";
import { bucket, get, HOST, INDEX } from "../support/site-bucket";

const KEY = { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "secret" };
const NOW = Date.parse("2026-11-20T10:15:00Z");
const opened = (now = NOW) => bucket({ caller: ANONYMOUS, statements: [], iamKeys: [KEY], now });

async function presigned(path: string, method = "GET") {
  const client = new AwsClient({ ...KEY, region: "eu-west-1", service: "s3" });
  const signed = await client.sign(`https://${HOST}${path}?X-Amz-Expires=60`, {
    method,
    aws: { datetime: "20261120T101500Z", signQuery: true },
  });
  const { pathname, search } = new URL(signed.url);
  return `${pathname}${search}`;
}

describe("a presigned URL", () => {
  it("lets anybody read the object that it names, in a bucket that lets nobody", async () => {
    const target = await presigned("/index.html");
    expect(await read(opened()(get(target)))).toMatchObject({ status: 200, text: INDEX });
    expect((await read(opened()(get("/index.html")))).status).toBe(403);
    expect((await read(opened()(get(target.replace("index", "other"))))).text).toContain(
      "<Code>SignatureDoesNotMatch</Code>",
    );
  });

  it.each(["/a(1).txt", "/a%281%29.txt"])(
    "is one for each spelling of a path: %s",
    async (path) => {
      const objects = { odd: { bucket: "site", key: "a(1).txt", content: "odd" } };
      const fetch = bucket({
        caller: ANONYMOUS,
        statements: [],
        iamKeys: [KEY],
        now: NOW,
        objects,
      });
      expect(await read(fetch(get(await presigned(path))))).toMatchObject({
        status: 200,
        text: "odd",
      });
    },
  );

  it("lets anybody upload, whatever the body", async () => {
    const fetch = opened();
    const target = await presigned("/new.txt", "PUT");
    expect((await read(fetch(get(target, { method: "PUT", body: "hello" })))).status).toBe(200);
    expect((await read(fetch(get(await presigned("/new.txt"))))).text).toBe("hello");
  });

  it("is refused when its time is over", async () => {
    const answer = await read(opened(NOW + 61_000)(get(await presigned("/index.html"))));
    expect(answer.status).toBe(403);
    expect(answer.text).toContain(
      "<Code>AccessDenied</Code><Message>Request has expired</Message>",
    );
  });
});
