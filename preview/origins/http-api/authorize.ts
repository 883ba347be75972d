import type { HeaderList } from "../../messages";
import { authorizerArn, authorizerDecision, readAuthorizerResult } from "../api/authorizer-policy";
import { verifyToken } from "../api/json-web-token";
import type { ApiRuntime } from "../api/runtime";
import { iamIdentity } from "../iam/iam-identity";
import { verifySignature } from "../iam/sigv4/verify-signature";
import type { LambdaFunction } from "../lambda/invocation";
import { type AuthorizerContext, type HttpCall, routeArn } from "./call";
import { eventV1, eventV2 } from "./event";
import type { MatchedRoute } from "./match-http-route";
import type { HttpAuthorizer } from "./model";
import { sourceValue } from "./source-value";

/** A request that may not pass. */
export interface Refusal {
  readonly status: 401 | 403 | 500;
  readonly message: string;
  readonly headers?: HeaderList;
}

/** Who was let in. */
export interface Admission {
  readonly authorizer: AuthorizerContext;
}

const UNAUTHORIZED: Refusal = { status: 401, message: "Unauthorized" };
const FORBIDDEN: Refusal = { status: 403, message: "Forbidden" };
const FAILED: Refusal = { status: 500, message: "Internal Server Error" };

/** Decides whether a request may reach its route. */
export async function authorizeRoute(
  call: HttpCall,
  matched: MatchedRoute,
  runtime: ApiRuntime,
): Promise<Admission | Refusal> {
  const { authorization, authorizer } = matched.route;
  if (authorization === "NONE") return { authorizer: undefined };
  if (authorization === "AWS_IAM") return checkSignature(call, runtime);
  if (authorizer === undefined) return FAILED;
  if (authorization === "JWT") return checkToken(authorizer, call, matched, runtime);
  return askAuthorizer(authorizer, call, matched, runtime);
}

function checkSignature(
  { request, api }: HttpCall,
  { emulation }: ApiRuntime,
): Admission | Refusal {
  const verdict = verifySignature(request, {
    keys: emulation.iamKeys,
    region: api.place.region,
    service: "execute-api",
    now: emulation.now(),
  });
  if (!verdict.ok) return FORBIDDEN;
  return { authorizer: { iam: iamIdentity(verdict.key, api.place.accountId) } };
}

function checkToken(
  authorizer: HttpAuthorizer,
  call: HttpCall,
  matched: MatchedRoute,
  { emulation }: ApiRuntime,
): Admission | Refusal {
  const [source = "$request.header.Authorization"] = authorizer.identitySources;
  const token = sourceValue(source, call, matched);
  if (token === undefined || token === "") {
    return { ...UNAUTHORIZED, headers: [["www-authenticate", "Bearer"]] };
  }
  const verdict = verifyToken(token, [authorizer.issuer], emulation);
  const reason = verdict.ok ? audienceProblem(verdict.claims, authorizer) : verdict.reason;
  if (!verdict.ok || reason !== undefined) {
    const challenge = `Bearer scope="" error="invalid_token" error_description="${reason}"`;
    return { ...UNAUTHORIZED, headers: [["www-authenticate", challenge]] };
  }
  const granted = String(verdict.claims.scope ?? verdict.claims.scp ?? "").split(/[ ,]+/);
  const { scopes } = matched.route;
  if (scopes.length > 0 && !scopes.some((scope) => granted.includes(scope))) {
    const challenge = `Bearer scope="${scopes.join(" ")}" error="insufficient_scope"`;
    return { ...FORBIDDEN, headers: [["www-authenticate", challenge]] };
  }
  const claims = Object.fromEntries(
    Object.entries(verdict.claims).map(([name, value]) => [name, claimText(value)]),
  );
  return { authorizer: { jwt: { claims, scopes: scopes.length === 0 ? null : scopes } } };
}

function audienceProblem(
  claims: Readonly<Record<string, unknown>>,
  { audience }: HttpAuthorizer,
): string | undefined {
  // A client's id counts only where no audience is named.
  const named = [claims.aud ?? claims.client_id].flat();
  return audience.length === 0 || named.some((name) => audience.includes(String(name)))
    ? undefined
    : "the token does not have a valid audience";
}

function claimText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.join(" ")}]`;
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

async function askAuthorizer(
  authorizer: HttpAuthorizer,
  call: HttpCall,
  matched: MatchedRoute,
  runtime: ApiRuntime,
): Promise<Admission | Refusal> {
  const values = authorizer.identitySources.map((source) => sourceValue(source, call, matched));
  if (values.some((value) => value === undefined || value === "")) return UNAUTHORIZED;
  const { emulation, authorizerCache } = runtime;
  const now = emulation.now();
  const isCached = authorizer.resultTtlSeconds > 0 && values.length > 0;
  const key = JSON.stringify([call.api.id, call.stage.name, authorizer.id, values]);
  let payload = isCached ? authorizerCache.get(key, now) : undefined;
  if (payload === undefined) {
    const fn = authorizerFunction(authorizer, call, runtime);
    const outcome = await fn?.invoke(authorizerEvent(authorizer, call, matched, values));
    if (outcome?.ok !== true) {
      return outcome?.ok === false && outcome.errorMessage === "Unauthorized"
        ? UNAUTHORIZED
        : FAILED;
    }
    payload = outcome.payload;
    if (isCached) authorizerCache.set(key, payload, now + authorizer.resultTtlSeconds * 1000);
  }
  return readAnswer(authorizer, payload, routeArn(call));
}

/** The authorizer's function, if it exists and lets the authorizer call it. */
function authorizerFunction(
  { address, id, uri, hasRole }: HttpAuthorizer,
  { api }: HttpCall,
  { functionFor, mayInvoke, emulation }: ApiRuntime,
): LambdaFunction | undefined {
  const fn = functionFor(uri);
  const arn = authorizerArn(api, id);
  if (fn !== undefined && (hasRole || mayInvoke(fn, [arn]))) return fn;
  const text =
    fn === undefined
      ? `its function ${uri} is not in the stack`
      : `no aws_lambda_permission grants lambda:InvokeFunction of ${fn.address} for ${arn}`;
  emulation.onLog({ address, level: "error", text });
  return undefined;
}

function readAnswer(
  authorizer: HttpAuthorizer,
  payload: unknown,
  arn: string,
): Admission | Refusal {
  if (authorizer.hasSimpleResponses) {
    const { isAuthorized, context = {} } = (payload ?? {}) as Record<string, unknown>;
    if (typeof isAuthorized !== "boolean") return FAILED;
    return isAuthorized ? { authorizer: { lambda: context } } : FORBIDDEN;
  }
  const result = readAuthorizerResult(payload);
  if (result === undefined) return FAILED;
  if (authorizerDecision(result, arn) !== "allow") return FORBIDDEN;
  return { authorizer: { lambda: result.context } };
}

function authorizerEvent(
  { payloadFormat }: HttpAuthorizer,
  call: HttpCall,
  matched: MatchedRoute,
  values: readonly (string | undefined)[],
): object {
  const arn = routeArn(call);
  if (payloadFormat === "2.0") {
    const {
      body: _,
      isBase64Encoded: __,
      ...event
    } = {
      body: "",
      ...eventV2(call, matched),
    };
    return { ...event, type: "REQUEST", routeArn: arn, identitySource: values };
  }
  const { body: _, isBase64Encoded: __, ...event } = eventV1(call, matched);
  const { authorizer: ___, ...requestContext } = event.requestContext;
  return {
    ...event,
    requestContext,
    type: "REQUEST",
    methodArn: arn,
    identitySource: values.join(","),
    authorizationToken: values.join(","),
  };
}
