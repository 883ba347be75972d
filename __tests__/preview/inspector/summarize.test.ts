import { summarize } from "../../../preview/inspector/summarize";
import { behavior } from "../../support/edge";
import { exchange, inspectedEdge } from "./inspected-edge";

it("shortens an exchange to what a line shows", async () => {
  const { send } = inspectedEdge({ orderedBehaviors: [behavior({ pathPattern: "/api/*" })] });
  const { milliseconds, ...line } = summarize(await send("/api/users?page=2"));
  expect(line).toEqual({
    id: 1,
    at: Date.UTC(2026, 0, 1, 12),
    method: "GET",
    path: "/api/users?page=2",
    protocol: "https",
    behavior: "/api/*",
    origin: "app",
    isDirect: false,
    status: 200,
    result: "Miss",
  });
  expect(milliseconds).toBeGreaterThan(0);
});

it("says of a direct request that it went past the distribution", () => {
  const direct = exchange({ target: "api", apiHost: "abc.execute-api.eu-west-1.amazonaws.com" });
  expect(summarize({ id: 7, ...direct })).toMatchObject({
    id: 7,
    isDirect: true,
    behavior: "",
    origin: "abc.execute-api.eu-west-1.amazonaws.com",
    result: "Direct",
    milliseconds: 1.23,
  });
});
