import { httpOnlyChoice } from "../../stacks/http-only-choice";

it("is written down when somebody made it, with the variable that says so", () => {
  expect(httpOnlyChoice("http-only", "api", "ALB_PROTOCOL")).toEqual([
    {
      id: "no-http-only-origin",
      part: 'origin "api"',
      reason:
        "ALB_PROTOCOL=http-only was set: the load balancer has no certificate for a name of its own",
    },
  ]);
});

it("is not there with HTTPS", () => {
  expect(httpOnlyChoice({ httpsDomainName: "lb.example.com" }, "api", "ALB_PROTOCOL")).toEqual([]);
});
