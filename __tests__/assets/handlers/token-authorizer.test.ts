import { loadModule } from "../load-module";

const { handler } = loadModule<{ handler(event: unknown): Promise<unknown> }>(
  "assets/handlers/token-authorizer/index.mjs",
);
const methodArn = "arn:aws:execute-api:eu-west-1:111122223333:abc123/prod/GET/cf-apigw/auth";
const authorize = (authorizationToken?: string) =>
  handler({ type: "TOKEN", authorizationToken, methodArn });

describe("the token authorizer", () => {
  it.each([
    ["allow", "Allow"],
    ["deny", "Deny"],
  ])("answers %s with a policy for the method that was asked for", async (token, effect) => {
    expect(await authorize(token)).toEqual({
      principalId: "demo-user",
      policyDocument: {
        Version: "2012-10-17",
        Statement: [{ Effect: effect, Action: "execute-api:Invoke", Resource: methodArn }],
      },
      context: { decidedBy: "token-authorizer", effect, scope: methodArn },
    });
  });

  it("gives the method's function flat text only, as API Gateway demands", async () => {
    const { context } = (await authorize("allow")) as { context: Record<string, unknown> };
    expect(Object.values(context).every((value) => typeof value === "string")).toBe(true);
  });

  it("fails with exactly the message that API Gateway turns into 401", async () => {
    await expect(authorize("unauthorized")).rejects.toThrow(/^Unauthorized$/);
  });

  it.each(["Allow", "allow ", "Bearer allow", "", undefined])(
    "fails for %p with another message, which API Gateway turns into 500",
    async (token) => {
      await expect(authorize(token)).rejects.toThrow(/none of "allow", "deny", "unauthorized"/);
    },
  );
});
