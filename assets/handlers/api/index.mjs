// The demo's API behind API Gateway (REST, Lambda proxy integration, payload format 1.0).

/** Answers with what reached the function, so that a page can show it. */
export const handler = async (event) => {
  const path = event.pathParameters?.proxy ?? "";
  if (path === "missing") return json(404, { message: "there is no such thing" });
  if (path === "forbidden") return json(403, { message: "that is not for you" });
  if (path === "login") {
    return json(
      200,
      { message: "a cookie is set" },
      { "Set-Cookie": ["session=demo; Path=/; HttpOnly; Secure; SameSite=Lax"] },
    );
  }
  return json(200, {
    method: event.httpMethod,
    path: event.path,
    query: event.multiValueQueryStringParameters ?? {},
    cookies: header(event.headers, "cookie") ?? "",
    body: event.body,
  });
};

function header(headers, name) {
  const found = Object.entries(headers ?? {}).find(([key]) => key.toLowerCase() === name);
  return found?.[1];
}

function json(statusCode, body, multiValueHeaders = {}) {
  return {
    statusCode,
    headers: { "Content-Type": "application/json", "Cache-Control": "no-store" },
    multiValueHeaders,
    body: JSON.stringify(body),
  };
}
