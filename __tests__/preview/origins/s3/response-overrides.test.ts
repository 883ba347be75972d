import { ANONYMOUS } from "../../../../preview/origins/caller";
import { read } from "../support/exchange";
import { bucket, get, INDEX } from "../support/site-bucket";

const QUERY = "response-content-type=text%2Fplain&response-content-disposition=attachment&other=1";

describe("a request for other response headers", () => {
  it("gets them when CloudFront signs it", async () => {
    const answer = await read(bucket()(get(`/index.html?${QUERY}`)));
    expect(answer).toMatchObject({ status: 200, text: INDEX });
    expect(answer.values("content-type")).toEqual(["text/plain"]);
    expect(answer.header("content-disposition")).toBe("attachment");
    expect(answer.header("cache-control")).toBe("no-cache");
  });

  it("gets none with an error", async () => {
    const answer = await read(bucket()(get(`/none.html?${QUERY}`)));
    expect(answer.status).toBe(403);
    expect(answer.header("content-type")).toBe("application/xml");
  });

  it("is refused when nobody signs it", async () => {
    const open = { Effect: "Allow", Principal: "*", Action: "s3:GetObject", Resource: "*" };
    const fetch = bucket({ caller: ANONYMOUS, statements: [open] });
    expect((await read(fetch(get("/index.html?other=1")))).status).toBe(200);
    const answer = await read(fetch(get(`/index.html?${QUERY}`)));
    expect(answer.status).toBe(400);
    expect(answer.text).toContain("<Code>InvalidRequest</Code>");
  });
});
