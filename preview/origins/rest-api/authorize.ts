import { verifyToken } from "../api/json-web-token";
import type { ApiRuntime } from "../api/runtime";
import { decide } from "../iam/decide";
import type { PolicyStatement } from "../iam/policy-document";
import { requestContext } from "../iam/request-context";
import { verifySignature } from "../iam/sigv4/verify-signature";
import { type Identity, methodArn, type RestCall } from "./call";
import type { GatewayError } from "./gateway-response";
import { askAuthorizer, identityValue } from "./lambda-authorizer";
import type { RestRoute } from "./match-route";
import type { Authorizer } from "./model";

/**
 * Decides who may call a method: an explicit deny of the resource policy first, then the method's
 * authorization, then what the resource policy has to allow.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-authorization-flow.html
 */
export async function authorize(
  call: RestCall,
  route: RestRoute,
  runtime: ApiRuntime,
): Promise<Identity | GatewayError> {
  const before = policyDecision(call, {});
  if (before === "explicit-deny") return deniedByPolicy(call, "with an explicit deny");
  const identity = await identify(call, route, runtime);
  if ("type" in identity) return identity;
  const after = policyDecision(call, identity);
  if (after === "explicit-deny") return deniedByPolicy(call, "with an explicit deny");
  // A user of the account may also be allowed by its own policies, which are not known here.
  if (after === "implicit-deny" && identity.user === undefined) {
    return deniedByPolicy(
      call,
      "because no resource-based policy allows the execute-api:Invoke action",
    );
  }
  return identity;
}

async function identify(
  call: RestCall,
  route: RestRoute,
  runtime: ApiRuntime,
): Promise<Identity | GatewayError> {
  const { authorization, authorizer } = route.method;
  if (authorization === "NONE") return {};
  if (authorization === "AWS_IAM") return checkSignature(call, runtime);
  if (authorizer === undefined) return { type: "AUTHORIZER_CONFIGURATION_ERROR" };
  if (authorization === "CUSTOM") return askAuthorizer(authorizer, call, route, runtime);
  return checkToken(authorizer, call, route, runtime);
}

/**
 * Checks a token of a user pool: an access token with one of the method's scopes, or an identity
 * token where the method has none.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-enable-cognito-user-pool.html
 */
function checkToken(
  authorizer: Authorizer,
  call: RestCall,
  { method: { scopes } }: RestRoute,
  { emulation }: ApiRuntime,
): Identity | GatewayError {
  const [source = ""] = authorizer.identitySources;
  const pools = authorizer.providerArns.map((arn) => {
    const [, , , region, , pool] = arn.split(":");
    return `https://cognito-idp.${region}.amazonaws.com/${pool?.replace(/^userpool\//, "")}`;
  });
  const verdict = verifyToken(identityValue(source, call) ?? "", pools, emulation);
  if (!verdict.ok) return { type: "UNAUTHORIZED" };
  const { claims } = verdict;
  const granted = String(claims.scope ?? "").split(" ");
  const isRightToken =
    scopes.length === 0
      ? claims.token_use !== "access"
      : scopes.some((scope) => granted.includes(scope));
  return isRightToken ? { authorizer: { claims } } : { type: "UNAUTHORIZED" };
}

function checkSignature(call: RestCall, { emulation }: ApiRuntime): Identity | GatewayError {
  const verdict = verifySignature(call.request, {
    keys: emulation.iamKeys,
    region: call.api.place.region,
    service: "execute-api",
    now: emulation.now(),
  });
  if (verdict.ok) {
    const { accessKeyId, userArn = `arn:aws:iam::${call.api.place.accountId}:user/preview` } =
      verdict.key;
    return { user: { accessKey: accessKeyId, arn: userArn } };
  }
  if (verdict.type === "MissingAuthenticationTokenException") {
    return { type: "MISSING_AUTHENTICATION_TOKEN" };
  }
  return { type: "INVALID_SIGNATURE", errorType: verdict.type, message: verdict.message };
}

function policyDecision(call: RestCall, { user }: Identity) {
  const { policy } = call.api;
  if (policy === undefined) return "allow";
  return decide(
    policy.map((statement) => withWholeArns(statement, call)),
    {
      principals: user === undefined ? {} : { AWS: [user.arn, user.arn.split(":")[4] ?? ""] },
      action: "execute-api:Invoke",
      resource: methodArn(call),
      context: requestContext(call.request, call.now),
    },
  );
}

/** API Gateway lets a policy write `execute-api:/stage/GET/path` for the whole ARN. */
function withWholeArns(statement: PolicyStatement, { api }: RestCall): PolicyStatement {
  const { partition, region, accountId } = api.place;
  const prefix = `arn:${partition}:execute-api:${region}:${accountId}:${api.id}/`;
  const whole = (arns: readonly string[]) =>
    arns.map((arn) =>
      arn.replace(/^execute-api:\/\*?$/, `${prefix}*`).replace(/^execute-api:\//, prefix),
    );
  return {
    ...statement,
    ...(statement.resources === undefined ? {} : { resources: whole(statement.resources) }),
    ...(statement.notResources === undefined
      ? {}
      : { notResources: whole(statement.notResources) }),
  };
}

function deniedByPolicy(call: RestCall, why: string): GatewayError {
  const { accountId } = call.api.place;
  const arn = methodArn(call).replace(`:${accountId}:`, `:********${accountId.slice(-4)}:`);
  return {
    type: "ACCESS_DENIED",
    message: `User: anonymous is not authorized to perform: execute-api:Invoke on resource: ${arn} ${why}`,
  };
}
