import { createEvents, type ExchangeEvent } from "../../../preview/session/events";
import { createRedactor } from "../../../preview/session/redact";
import { createReport } from "../../../preview/session/report";
import { model, NOW, request, response, testEdge } from "../../support/edge";

async function reported(): Promise<ExchangeEvent> {
  const events = createEvents();
  const seen: ExchangeEvent[] = [];
  events.onExchange((event) => seen.push(event));
  const headers = [["Authorization", "Bearer s3cr3t"]] as const;
  const sent = request("/a?token=s3cr3t", { headers });
  const { edge } = testEdge({}, () => response(200, [["Set-Cookie", "id=s3cr3t"]], "page"));
  const { response: got, trace } = await edge(sent, { detail: true });
  createReport(events, createRedactor(model()), () => NOW)(sent, got, { started: 0, trace });
  return seen[0] as ExchangeEvent;
}

it("tells an exchange without its secrets, whole, as JSON too", async () => {
  const event = await reported();
  const text = JSON.stringify(event);
  expect(text).not.toContain("s3cr3t");
  expect(JSON.parse(text)).toMatchObject({
    id: 1,
    request: {
      path: "/a?token=***",
      headers: expect.arrayContaining([["Authorization", "Bearer ***"]]),
    },
    response: { status: 200, bodyBytes: 4 },
    trace: { resultType: "Miss" },
  });
  expect(event.trace?.steps.length).toBeGreaterThan(3);
});

it("says about how much it takes to keep it", async () => {
  const { characters, ...event } = await reported();
  const length = JSON.stringify(event).length;
  expect(characters).toBeGreaterThan(length / 5);
  expect(characters).toBeLessThan(length * 2);
});
