import { read } from "../support/exchange";
import { bucket, get, INDEX } from "../support/site-bucket";

describe("conditional requests", () => {
  const TIME = "Tue, 14 Nov 2023 22:13:20 GMT";
  const BEFORE = "Tue, 14 Nov 2023 22:13:19 GMT";
  it.each([
    ["If-None-Match", "ETAG", 304],
    ["If-None-Match", "*", 304],
    ["If-None-Match", '"other"', 200],
    ["If-Modified-Since", TIME, 304],
    ["If-Modified-Since", BEFORE, 200],
    ["If-Match", "ETAG", 200],
    ["If-Match", '"other"', 412],
    ["If-Unmodified-Since", TIME, 200],
    ["If-Unmodified-Since", BEFORE, 412],
  ])("%s: %s is %i", async (name, value, status) => {
    const fetch = bucket();
    const etag = (await read(fetch(get("/index.html")))).header("etag") ?? "";
    const headers = [[name, value.replace("ETAG", etag)]] as const;
    const answer = await read(fetch(get("/index.html", { headers })));
    expect(answer.status).toBe(status);
    if (status === 304) expect(answer).toMatchObject({ text: "" });
    if (status === 304) expect(answer.header("etag")).toBe(etag);
  });

  it("let a tag win over a date", async () => {
    const headers = [
      ["If-None-Match", '"other"'],
      ["If-Modified-Since", TIME],
    ] as const;
    expect((await read(bucket()(get("/index.html", { headers })))).status).toBe(200);
  });
});

describe("range requests", () => {
  it.each([
    ["bytes=0-3", 206, "<!do", "bytes 0-3/15"],
    ["bytes=12-", 206, "ml>", "bytes 12-14/15"],
    ["bytes=-3", 206, "ml>", "bytes 12-14/15"],
    ["bytes=12-99", 206, "ml>", "bytes 12-14/15"],
    ["bytes=0-1,3-4", 200, INDEX, undefined],
    ["bytes=5-2", 200, INDEX, undefined],
    ["lines=1-2", 200, INDEX, undefined],
  ])("%s is %i", async (range, status, text, contentRange) => {
    const answer = await read(bucket()(get("/index.html", { headers: [["Range", range]] })));
    expect(answer).toMatchObject({ status, text });
    expect(answer.header("content-range")).toBe(contentRange);
  });

  it("that start behind the end are 416 InvalidRange", async () => {
    const answer = await read(bucket()(get("/index.html", { headers: [["Range", "bytes=15-"]] })));
    expect(answer.status).toBe(416);
    expect(answer.header("content-range")).toBe("bytes */15");
    expect(answer.text).toContain("<Code>InvalidRange</Code>");
    expect(answer.text).toContain("<ActualObjectSize>15</ActualObjectSize>");
  });
});
