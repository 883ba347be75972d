import { type DomainProps, spaFallback } from "../../../modules";
import { behaviorSteps } from "../../../modules/private/behavior-steps";

const domain: DomainProps = {
  names: ["example.com", "www.example.com"],
  hostedZone: { name: "example.com" },
};
const names = (...args: Parameters<typeof behaviorSteps>) =>
  behaviorSteps(...args).map(({ event, steps }) => [event, ...steps.map(({ name }) => name)]);

it("is no function without steps", () => {
  expect(names({ targetOriginId: "s3" })).toEqual([]);
});

it("is one function for each event", () => {
  const behavior = {
    targetOriginId: "s3",
    viewerRequest: [spaFallback()],
    viewerResponse: [spaFallback()],
  };
  expect(names(behavior)).toEqual([
    ["viewer-request", "spaFallback"],
    ["viewer-response", "spaFallback"],
  ]);
});

it("redirects to the first name before anything else happens", () => {
  const behavior = { targetOriginId: "s3", viewerRequest: [spaFallback()] };
  expect(names(behavior, domain)).toEqual([["viewer-request", "redirectHosts", "spaFallback"]]);
});

it.each<Partial<DomainProps>>([{ redirect: false }, { names: ["example.com"] }])(
  "redirects nobody with %j",
  (changes) => {
    expect(names({ targetOriginId: "s3" }, { ...domain, ...changes })).toEqual([]);
  },
);
