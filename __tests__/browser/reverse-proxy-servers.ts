// What the reverse-proxy page talks to, on loopback: an API that answers as API Gateway does, with
// the project's own handlers behind it, and a distribution that serves the page and forwards to it.
import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { bundleSite } from "../../modules/private/bundle-site";
import { contentType } from "../../modules/private/site-file";
import { loadModule } from "../assets/load-module";
import { isSigned } from "../assets/reverse-proxy/sigv4";

type Handler = { handler(event: unknown): Promise<unknown> };
const echo = loadModule<Handler>("assets/handlers/echo/index.mjs");
const authorizer = loadModule<Handler>("assets/handlers/token-authorizer/index.mjs");

/** The secret that belongs to the access key id `AKIDEXAMPLE`. */
export const SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";

/** Milliseconds that the API takes for a preflight. */
export const PREFLIGHT_MS = 120;

interface EchoAnswer {
  readonly statusCode: number;
  readonly headers: Record<string, string>;
  readonly body: string;
}

interface Running {
  readonly url: string;
  /** Requests so far, such as `OPTIONS /prod/cf-apigw/auth`. */
  readonly log: string[];
  close(): void;
}

type Answer = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

function listen(host: string, answer: Answer): Promise<Running> {
  const log: string[] = [];
  const server = createServer((request, response) => {
    log.push(`${request.method} ${request.url?.split("?")[0]}`);
    // A page that closes, or a server that stops, ends the requests still under way.
    answer(request, response).catch(() => response.destroy());
  });
  // Only clients end idle connections: one that the server ends may just be taking a request.
  server.keepAliveTimeout = 0;
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      const close = () => {
        server.closeAllConnections();
        server.close();
      };
      resolve({ url: `http://${host}:${port}`, log, close });
    });
  });
}

function say(response: ServerResponse, status: number, message: string): void {
  response.writeHead(status, { "content-type": "application/json" });
  response.end(JSON.stringify({ message }));
}

/** An API with the stage `prod` and the base path `default`; `CORS` is read as the echo reads it. */
export function startApi(): Promise<Running> {
  return listen("localhost", async (request, response) => {
    const { pathname, search, searchParams } = new URL(request.url ?? "", "http://api");
    const route = pathname.replace(/^\/(prod|default)/, "");
    const headers = request.headers as Record<string, string>;
    let context: unknown = null;
    if (request.method === "OPTIONS") {
      await new Promise((resolve) => setTimeout(resolve, PREFLIGHT_MS));
      if (process.env.CORS !== "on") return say(response, 403, "Forbidden");
    } else if (route.endsWith("/auth")) {
      try {
        const event = { authorizationToken: headers.authorization, methodArn: `arn:${route}` };
        const answer = (await authorizer.handler(event)) as {
          context: { effect: string };
        };
        if (answer.context.effect === "Deny") return say(response, 403, "User is not authorized");
        context = { principalId: "demo-user", ...answer.context };
      } catch (error) {
        const unknown = (error as Error).message === "Unauthorized";
        return say(response, unknown ? 401 : 500, unknown ? "Unauthorized" : "null");
      }
    } else if (route.endsWith("/auth-iam")) {
      const arrived = { host: headers.host ?? "", path: pathname, query: search.slice(1), headers };
      if (!headers.authorization) return say(response, 403, "Missing Authentication Token");
      if (!isSigned(arrived, SECRET)) {
        return say(response, 403, "The request signature we calculated does not match");
      }
    }
    const answer = (await echo.handler({
      httpMethod: request.method,
      path: route,
      resource: route.endsWith("/route") ? "/{proxy+}" : route,
      headers,
      multiValueQueryStringParameters: { run: searchParams.getAll("run") },
      requestContext: { stage: "prod", authorizer: context },
    })) as EchoAnswer;
    response.writeHead(answer.statusCode, answer.headers);
    response.end(answer.body);
  });
}

/** A distribution: the page, `/config.json` when there is one, and the two paths to the API. */
export function startEdge(api: Running, config: object | null): Promise<Running> {
  const site = bundleSite("assets/reverse-proxy");
  return listen("127.0.0.1", async (request, response) => {
    const { pathname, search } = new URL(request.url ?? "", "http://edge");
    const [, prefix] = pathname.split("/");
    const stage = { "cf-apigw": "prod", "cf-cust-domain": "default" }[prefix ?? ""];
    if (stage !== undefined) {
      const { host: _replaced, connection: _own, ...headers } = request.headers;
      const url = `${api.url}/${stage}${pathname}${search}`;
      const answer = await fetch(url, { headers: headers as Record<string, string> });
      response.writeHead(answer.status, {
        "content-type": answer.headers.get("content-type") ?? "",
      });
      response.end(await answer.text());
      return;
    }
    if (pathname === "/config.json") {
      return config === null ? say(response, 404, "no such file") : json(response, config);
    }
    const key = pathname === "/" ? "index.html" : pathname.slice(1);
    response.writeHead(200, {
      "content-type": contentType(key),
      "content-security-policy": `default-src 'self'; connect-src 'self' https: ${api.url}`,
    });
    response.end(readFileSync(join(site, key)));
  });
}

function json(response: ServerResponse, body: object): void {
  response.writeHead(200, { "content-type": "application/json" });
  response.end(JSON.stringify(body));
}
