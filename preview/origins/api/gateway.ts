import type { SynthesizedStack } from "../../../synthesized/stack";
import type { EdgeRequest, EdgeResponse, Fetch } from "../../messages";
import { forHost, hostOf } from "../host-name";
import { answerHttpApi } from "../http-api/http-api";
import type { HttpApi } from "../http-api/model";
import { readHttpApis } from "../http-api/read-http-api";
import { dnsSuffix } from "../place";
import type { RestApi } from "../rest-api/model";
import { readRestApis } from "../rest-api/read-rest-api";
import { answerDefaultEndpoint, answerStage, forbidden } from "../rest-api/rest-api";
import { type CustomDomain, hasLevels, mapPath, readCustomDomains } from "./custom-domain";
import type { ApiRuntime } from "./runtime";

type Api = { readonly rest: RestApi } | { readonly http: HttpApi };

/** All APIs of a stack behind all their hosts. */
export interface Gateway {
  /** The hosts whose connections end here. */
  readonly hosts: readonly string[];
  /** Answers by the request's `Host`, whatever host was connected to. */
  readonly fetch: Fetch;
}

/** The APIs and custom domains of a stack. */
export function gateway(stack: SynthesizedStack, runtime: ApiRuntime): Gateway {
  const apis = new Map<string, Api>([
    ...readRestApis(stack, runtime.emulation).map((rest) => [rest.id, { rest }] as const),
    ...readHttpApis(stack, runtime.emulation).map((http) => [http.id, { http }] as const),
  ]);
  const byHost = new Map([...apis].map(([id, api]) => [executeApiHost(id, api), api]));
  const domains = new Map(readCustomDomains(stack).map((domain) => [domain.name, domain]));
  const fetch: Fetch = async (request) => {
    const host = hostOf(request);
    const domain = forHost(domains, host);
    if (domain !== undefined) return answerDomain(domain, host, apis, request, runtime);
    const api = byHost.get(host);
    if (api === undefined) {
      runtime.emulation.onLog({
        address: "API Gateway",
        level: "error",
        text: `it got the Host "${host}", which is no API and no custom domain of the stack; do not forward the viewer's Host`,
      });
      return forbidden(request, runtime.emulation.now());
    }
    if ("rest" in api) return answerDefaultEndpoint(api.rest, host, request, runtime);
    const entry = { host, path: request.path, isDefaultEndpoint: true };
    return answerHttpApi(api.http, entry, request, runtime);
  };
  const targets = [...domains.values()].flatMap((domain) => domain.targets);
  return { hosts: [...byHost.keys(), ...domains.keys(), ...targets], fetch };
}

function answerDomain(
  domain: CustomDomain,
  host: string,
  apis: ReadonlyMap<string, Api>,
  incoming: EdgeRequest,
  runtime: ApiRuntime,
): Promise<EdgeResponse> {
  const now = runtime.emulation.now();
  // API Gateway keeps these two for its own health checks.
  if (incoming.path === "/ping" || incoming.path === "/sping") return Promise.resolve(HEALTHY);
  const request = hasLevels(domain.mappings) ? withLowerCaseNames(incoming) : incoming;
  const mapped = mapPath(domain, request.path);
  const api = apis.get(mapped?.mapping.apiId ?? "");
  if (mapped === undefined || api === undefined) return Promise.resolve(forbidden(request, now));
  const { mapping, path } = mapped;
  if ("http" in api) {
    const stage = api.http.stages.get(mapping.stage ?? "");
    return answerHttpApi(
      api.http,
      { host, path, ...(stage === undefined ? {} : { stage }) },
      request,
      runtime,
    );
  }
  const [, named = "", rest = ""] = /^\/([^/]*)(.*)$/s.exec(path) ?? [];
  const stage = api.rest.stages.get(mapping.stage ?? named);
  if (stage === undefined) return Promise.resolve(forbidden(request, now));
  const inStage = mapping.stage === undefined ? rest || "/" : path;
  return answerStage(
    api.rest,
    { host, stage, path: inStage, eventPath: request.path },
    request,
    runtime,
  );
}

const HEALTHY: EdgeResponse = {
  status: 200,
  headers: [["Content-Type", "text/plain"]],
  body: Buffer.from("healthy"),
};

function withLowerCaseNames(request: EdgeRequest): EdgeRequest {
  return {
    ...request,
    headers: request.headers.map(([name, value]) => [name.toLowerCase(), value] as const),
  };
}

function executeApiHost(id: string, api: Api): string {
  const { place } = "rest" in api ? api.rest : api.http;
  return `${id}.execute-api.${place.region}.${dnsSuffix(place)}`.toLowerCase();
}
