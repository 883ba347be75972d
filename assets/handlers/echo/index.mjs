// Answers every request with the event that reached the function, so that a page can show what
// CloudFront and API Gateway made of it. REST APIs (payload format 1.0) and HTTP APIs (2.0).
//
// CORS=on              lets pages of other origins read the answer and its timing
// ORIGIN_SECRET_HEADER name of the header that CloudFront adds as proof; its value stays here

/** Values that are somebody's secret; an answer may end in a log or a screenshot. */
const SECRET_HEADERS = ["x-amz-security-token", "x-api-key"];

// "*" as a list of allowed headers would not cover Authorization.
const CORS_HEADERS = {
  "Access-Control-Allow-Origin": "*",
  "Access-Control-Allow-Headers": "Authorization,Content-Type,X-Amz-Date,X-Amz-Security-Token",
  "Access-Control-Allow-Methods": "DELETE,GET,HEAD,OPTIONS,PATCH,POST,PUT",
  "Timing-Allow-Origin": "*",
};

export const handler = async (event) => ({
  statusCode: 200,
  headers: {
    "Content-Type": "application/json",
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    ...(process.env.CORS === "on" ? CORS_HEADERS : {}),
  },
  body: JSON.stringify(seen(event)),
});

function seen(event) {
  const { requestContext = {} } = event;
  const headers = publicHeaders(event);
  return {
    method: event.httpMethod ?? requestContext.http?.method,
    path: event.path ?? event.rawPath,
    resource: event.resource ?? event.routeKey,
    stage: requestContext.stage,
    pathParameters: event.pathParameters ?? {},
    authorizer: requestContext.authorizer ?? null,
    identity: publicIdentity(requestContext.identity ?? requestContext.http ?? {}),
    headers,
    query: query(event),
    cookies: event.cookies ?? headers.cookie?.split(/;\s*/) ?? [],
    body: body(event),
  };
}

/** The headers by lowercase name; a header that came several times is joined by commas. */
function publicHeaders({ headers, multiValueHeaders }) {
  const secrets = [...SECRET_HEADERS, process.env.ORIGIN_SECRET_HEADER?.toLowerCase()];
  const entries = Object.entries(multiValueHeaders ?? headers ?? {}).map(([name, value]) => {
    const key = name.toLowerCase();
    return [key, secrets.includes(key) ? "(redacted)" : [value].flat().join(", ")];
  });
  return Object.fromEntries(entries);
}

/** Who called, without what is empty and without the API key. */
function publicIdentity({ apiKey: _secret, ...identity }) {
  return Object.fromEntries(Object.entries(identity).filter(([, value]) => value != null));
}

/** The query as lists, because a name may come twice. */
function query({ multiValueQueryStringParameters, rawQueryString }) {
  if (rawQueryString === undefined) return multiValueQueryStringParameters ?? {};
  const params = new URLSearchParams(rawQueryString);
  return Object.fromEntries([...params.keys()].map((name) => [name, params.getAll(name)]));
}

function body({ body: sent, isBase64Encoded }) {
  if (!sent) return null;
  return isBase64Encoded ? Buffer.from(sent, "base64").toString("utf8") : sent;
}
