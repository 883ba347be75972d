// Pure parts of the stack `reverse-proxy`: the API's routes, the behaviors and what the page is told.
import type { LambdaFunction } from "@cdktf/provider-aws/lib/lambda-function";
import { ALL_METHODS, type ApiRoute, type Route, stripPrefix } from "../modules";
import type { ReverseProxySettings } from "./settings/reverse-proxy";

/**
 * What catches undefined routes and echoes, and the two routes that ask who calls.
 *
 * A prefix has a catch-all of its own: the one of the root leaves out what is below its siblings.
 */
export function apiRoutes(
  proxy: ReverseProxySettings,
  echo: LambdaFunction,
  authorizer: LambdaFunction,
): ApiRoute[] {
  return [
    { path: "/{proxy+}", handler: echo },
    ...prefixes(proxy).flatMap((prefix): ApiRoute[] => [
      ...(prefix === "" ? [] : [{ path: `${prefix}/{proxy+}`, handler: echo }]),
      {
        path: `${prefix}/auth`,
        method: "GET",
        handler: echo,
        authorization: { handler: authorizer },
      },
      { path: `${prefix}/auth-iam`, method: "GET", handler: echo, authorization: "AWS_IAM" },
    ]),
  ];
}

/** What the function that echoes must know: whether other origins may read, and what is secret. */
export function echoEnvironment(
  { cors }: ReverseProxySettings,
  lock: Readonly<Record<string, string>> = {},
): Readonly<Record<string, string>> | undefined {
  const [secretHeader] = Object.keys(lock);
  const variables = {
    ...(cors ? { CORS: "on" } : {}),
    ...(secretHeader === undefined ? {} : { ORIGIN_SECRET_HEADER: secretHeader }),
  };
  return Object.keys(variables).length === 0 ? undefined : variables;
}

/** CloudFront keeps the pattern's prefix, so the API has resources under it, unless it is stripped. */
function prefixes({ apiDomain, prefix }: ReverseProxySettings): string[] {
  if (prefix === "strip") return [""];
  return apiDomain === undefined ? ["/cf-apigw"] : ["/cf-apigw", "/cf-cust-domain"];
}

/** The behavior of one path: nothing kept, everything sent but `Host`, which the API would refuse. */
export function apiRoute(originId: string, { prefix }: ReverseProxySettings): Route {
  return {
    pathPattern: `/${originId}/*`,
    targetOriginId: originId,
    allowedMethods: ALL_METHODS,
    minTtl: 0,
    defaultTtl: 0,
    maxTtl: 0,
    forwardedValues: { queryString: true, cookies: "all", headers: ["Authorization"] },
    ...(prefix === "strip" ? { viewerRequest: [stripPrefix(`/${originId}`)] } : {}),
  };
}

/** What the page reads from `/config.json`, so that nobody pastes it. */
export function pageConfig(values: {
  readonly proxy: ReverseProxySettings;
  readonly region: string;
  readonly apiEndpoint: string;
  readonly customDomainEndpoint: string | undefined;
  readonly cloudfrontDomain: string;
  readonly stageName: string;
  readonly basePath: string;
}): string {
  const { customDomainEndpoint, proxy, ...rest } = values;
  return JSON.stringify({
    ...rest,
    customDomainEndpoint: customDomainEndpoint ?? null,
    cors: proxy.cors,
    stripPrefix: proxy.prefix === "strip",
  });
}
