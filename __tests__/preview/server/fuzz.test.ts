import { type Preview, startPreview } from "../../../preview/server";
import { malformedRequests } from "../support/malformed-requests";
import { siteStack } from "../support/site-stack";
import { sendRaw, statusOf } from "../support/viewer";

const COUNT = 2000;
const AT_ONCE = 50;

let preview: Preview;
const errors: unknown[] = [];

beforeAll(async () => {
  preview = await startPreview(
    { stack: siteStack() },
    { port: 0, httpsPort: 0, onError: (error) => errors.push(error) },
  );
});

afterAll(() => preview.close());

it(`outlives ${COUNT} malformed requests and serves others meanwhile (V16)`, async () => {
  const port = Number(new URL(preview.urls.http).port);
  const url = `http://localhost:${port}/backend/x`;
  const page = async () => (await fetch(url, { headers: { connection: "close" } })).status;
  const requests = malformedRequests(COUNT, port);
  const statuses = new Set<number>();
  for (let index = 0; index < requests.length; index += AT_ONCE) {
    const batch = requests.slice(index, index + AT_ONCE);
    const answers = Promise.all(batch.map((bytes) => sendRaw(port, bytes, { patience: 100 })));
    // The backend is nowhere: what counts is CloudFront's answer.
    expect(await page()).toBe(502);
    for (const answer of await answers) statuses.add(statusOf(answer));
  }
  expect(errors).toEqual([]);
  expect([...statuses].filter((status) => status === 500)).toEqual([]);
}, 300_000);
