// A REST API with an echo function and authorizers, as a resolved stack has it.
import { emulatedHosts } from "../../../../preview/origins/emulated-hosts";
import type { EmulationOptions, OriginLog } from "../../../../preview/origins/emulation";
import type { Block, BlocksByType } from "../../../../synthesized/stack";
import { folderWith, read, request } from "./exchange";

export const API_HOST = "abc123.execute-api.eu-west-1.amazonaws.com";
const SOURCES = {
  "echo/index.mjs":
    'export const handler = async (event) => { const b = event.body?.startsWith?.("return:") ? JSON.parse(event.body.slice(7)) : undefined; if (event.body?.startsWith?.("throw:")) throw new Error("no"); return b !== undefined ? b : { statusCode: 200, body: JSON.stringify(event) }; };',
  "authorizer/index.mjs": `let calls = 0;
export const handler = async (event) => {
  const token = event.headers?.Authorization ?? event.headers?.authorization ?? event.authorizationToken ?? event.queryStringParameters?.token;
  if (token === "unauthorized") throw new Error("Unauthorized");
  if (token === "malformed") return { principalId: "p" };
  if (!["allow", "deny", "nothing"].includes(token)) throw new Error("Invalid token");
  const Effect = token === "deny" ? "Deny" : "Allow";
  const Resource = token === "nothing" ? "arn:aws:execute-api:*:*:other/*" : event.methodArn;
  return { principalId: "user", context: { calls: ++calls, isAdmin: true, event: JSON.stringify(event) },
    policyDocument: { Version: "2012-10-17", Statement: [{ Action: "execute-api:Invoke", Effect, Resource }] } };
};`,
  "authorizer/simple.mjs":
    'let calls = 0; export const handler = async (event) => ({ isAuthorized: event.identitySource[0] === "yes", context: { who: "me", calls: ++calls, event } });',
  "slow/index.mjs":
    "export const handler = () => new Promise((resolve) => setTimeout(() => resolve({ statusCode: 200 }), 500));",
};

/** A method of a resource and its integration, by Terraform's attributes. */
export interface Endpoint {
  readonly path: string;
  readonly method: string;
  readonly config?: Block;
  readonly integration?: Block;
  readonly responses?: readonly Block[];
}

const closing: (() => Promise<void>)[] = [];

/** Ends every function of the test file. */
export const closeHosts = () => Promise.all(closing.map((close) => close()));

/** The invoke ARN of a function of the stack. */
export const invokeArn = (name: string) =>
  `arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-west-1:123456789012:function:${name}/invocations`;

/** Functions `echo`, `authorizer` and `slow` beside an API. */
export function functionResources(): BlocksByType {
  const fn = (name: string) => ({
    function_name: name,
    runtime: "nodejs22.x",
    handler: "index.handler",
    filename: name,
    timeout: 5,
  });
  return {
    aws_lambda_function: {
      echo: fn("echo"),
      authorizer: fn("authorizer"),
      slow: fn("slow"),
      python: { ...fn("python"), runtime: "python3.13" },
    },
  };
}

/** Emulates a stack of the given resources, with the functions beside it. */
export function emulate(
  resource: BlocksByType,
  options: Partial<EmulationOptions> = {},
  terraform: Block = {},
) {
  const logs: OriginLog[] = [];
  const hosts = emulatedHosts(
    { terraform, resource: { ...functionResources(), ...resource } },
    {
      stackFolder: folderWith(SOURCES),
      region: "eu-west-1",
      accountId: "123456789012",
      onLog: (log) => logs.push(log),
      ...options,
    },
  );
  closing.push(hosts.close);
  const fetch = hosts.fetchFor(API_HOST);
  return { hosts, logs, fetch: fetch as NonNullable<typeof fetch> };
}

/** What an emulated API answers at its own host. */
export const ask = (
  api: ReturnType<typeof emulate>,
  target: string,
  options: Parameters<typeof request>[1] = {},
) => read(api.fetch(request(target, { host: API_HOST, ...options })));

/** A method that calls `echo`. */
export const endpoint = (path: string, method = "ANY"): Endpoint => ({ path, method });

/** The resources of a REST API `abc123` with one stage `prod`. */
export function restApi(
  endpoints: readonly Endpoint[],
  { api = {}, more = {} }: { readonly api?: Block; readonly more?: BlocksByType } = {},
): BlocksByType {
  const paths = new Set(
    endpoints.flatMap(({ path }) => {
      const parts = path
        .split("/")
        .slice(1)
        .filter((part) => part !== "");
      return parts.map((_, index) => `/${parts.slice(0, index + 1).join("/")}`);
    }),
  );
  const common = { rest_api_id: "abc123" };
  const idOf = (path: string) => (path === "/" || path === "" ? "root0" : `id:${path}`);
  const target = ({ path, method }: Endpoint) => ({
    ...common,
    resource_id: idOf(path),
    http_method: method,
  });
  const named = (blocks: readonly Block[]) =>
    Object.fromEntries(blocks.map((block, index) => [`b${index}`, block]));
  return {
    aws_api_gateway_rest_api: {
      api: { id: "abc123", name: "api", root_resource_id: "root0", ...api },
    },
    aws_api_gateway_resource: named(
      [...paths].map((path) => ({
        ...common,
        id: idOf(path),
        parent_id: idOf(path.slice(0, path.lastIndexOf("/"))),
        path_part: path.slice(path.lastIndexOf("/") + 1),
      })),
    ),
    aws_api_gateway_method: named(
      endpoints.map((one) => ({ ...target(one), authorization: "NONE", ...one.config })),
    ),
    aws_api_gateway_integration: named(
      endpoints.map((one) => ({
        ...target(one),
        type: "AWS_PROXY",
        integration_http_method: "POST",
        uri: invokeArn("echo"),
        ...one.integration,
      })),
    ),
    aws_api_gateway_integration_response: named(
      endpoints.flatMap((one) =>
        (one.responses ?? []).map((response) => ({ ...target(one), ...response })),
      ),
    ),
    aws_api_gateway_stage: {
      prod: {
        ...common,
        stage_name: "prod",
        deployment_id: "dep1",
        variables: { table: "t", fn: "echo" },
      },
    },
    ...more,
  };
}
