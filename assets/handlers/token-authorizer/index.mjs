// An API Gateway TOKEN authorizer whose answer is the token itself: "allow" allows, "deny" denies
// (the client gets 403), "unauthorized" is 401, and anything else is an error (500).

export const handler = async ({ authorizationToken, methodArn }) => {
  switch (authorizationToken) {
    case "allow":
      return answer("Allow", methodArn);
    case "deny":
      return answer("Deny", methodArn);
    case "unauthorized":
      // API Gateway knows exactly this message, and answers 401.
      throw new Error("Unauthorized");
    default:
      throw new Error('the token is none of "allow", "deny", "unauthorized"');
  }
};

/** A policy for the one method that was asked for; `context` reaches the method's function. */
function answer(effect, methodArn) {
  return {
    principalId: "demo-user",
    policyDocument: {
      Version: "2012-10-17",
      Statement: [{ Effect: effect, Action: "execute-api:Invoke", Resource: methodArn }],
    },
    context: { decidedBy: "token-authorizer", effect, scope: methodArn },
  };
}
