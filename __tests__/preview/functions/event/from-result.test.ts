import { fromResult } from "../../../../preview/functions/event/from-result";
import { toEvent } from "../../../../preview/functions/event/to-event";
import { input, response, responseInput } from "../support/exchange";

const given = input();
const event = toEvent(given);

it("takes what has a status code for a response, and anything else for a request", () => {
  expect(fromResult({ ...event.request, statusCode: 200, headers: {} }, event, given).kind).toBe(
    "response",
  );
  expect(fromResult(event.request, event, given)).toEqual({
    kind: "request",
    request: given.request,
  });
});

it.each([[null], ["text"], [[]], [7], [undefined]])("refuses %j", (value) => {
  expect(() => fromResult(value, event, given)).toThrow(
    "the function must return a request or a response",
  );
});

it("refuses a request at the viewer response", () => {
  const answered = responseInput(response());
  const shown = toEvent(answered);
  expect(() => fromResult(shown.request, shown, answered)).toThrow(
    "must return a response with a statusCode",
  );
});
