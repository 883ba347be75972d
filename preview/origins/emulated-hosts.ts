import { resourcesOfType, type SynthesizedStack } from "../../synthesized/stack";
import type { Fetch } from "../messages";
import { authorizerCache } from "./api/authorizer-cache";
import { gateway } from "./api/gateway";
import type { ApiRuntime } from "./api/runtime";
import { textOf } from "./attributes";
import { ANONYMOUS, type Caller } from "./caller";
import { completeOptions, type Emulation, type EmulationOptions } from "./emulation";
import { forHost, plainHost } from "./host-name";
import { httpOrigin } from "./http-origin";
import { policyWarnings } from "./iam/policy-warnings";
import { functionUrlFetch } from "./lambda/function-url";
import { functionsOf } from "./lambda/functions";
import type { LambdaFunction } from "./lambda/invocation";
import { missingActions } from "./lambda/permissions";
import { readFunctionUrls, urlWarnings } from "./lambda/read-function-url";
import { openApiWarnings } from "./rest-api/open-api-warnings";
import { bucketHosts, readBuckets } from "./s3/bucket";
import { readWebsites } from "./s3/read-websites";
import { s3Fetch } from "./s3/s3-fetch";
import { websiteFetch } from "./s3/website";

/** The services of a stack, by host name. */
export interface EmulatedHosts {
  /**
   * What answers for a host: a bucket's domain, an API's, a custom domain or its target, a function
   * URL. The request's `Host` header still has to name it.
   *
   * @param caller who signs the requests @default nobody
   * @returns undefined for a host that the stack does not define
   */
  fetchFor(hostName: string, caller?: Caller): Fetch | undefined;
  /**
   * Whether a host has no port for HTTP without TLS: those of API Gateway.
   *
   * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/data-protection-encryption.html
   */
  isHttpsOnly(hostName: string): boolean;
  /** Whether a host is that of a bucket into which the stack puts no file. */
  isEmptyBucket(hostName: string): boolean;
  /** Every host that {@link fetchFor} knows. */
  readonly hostNames: readonly string[];
  /** What AWS would not do as the stack says, for a user to know before the first request. */
  readonly warnings: readonly string[];
  /** A function by name, ARN or address; for Lambda@Edge and the inspector. */
  functionFor(reference: string): LambdaFunction | undefined;
  /** Ends every function's processes and every idle connection. */
  close(): Promise<void>;
}

/**
 * Emulates the AWS services that a resolved stack defines: S3's REST and website endpoints, API
 * Gateway's REST and HTTP APIs with their custom domains, Lambda functions and their URLs.
 */
export function emulatedHosts(
  resolved: SynthesizedStack,
  options: EmulationOptions,
): EmulatedHosts {
  const emulation = completeOptions(options);
  const functions = functionsOf(resolved, emulation);
  const upstreams = upstreamsOf(emulation);
  const tellUnpermitted = unpermittedTeller(emulation);
  const runtime: ApiRuntime = {
    emulation,
    authorizerCache: authorizerCache(),
    functionFor: functions.find,
    mayInvoke: (fn, sourceArns) => {
      const permissions = functions.permissionsFor(fn, "apigateway.amazonaws.com");
      if (permissions.length > 0) {
        return missingActions(permissions, ["lambda:InvokeFunction"], sourceArns).length === 0;
      }
      tellUnpermitted(fn);
      return true;
    },
    upstreamFor: (host) =>
      upstreams.fetchFor(host) ?? forHost(byHost, plainHost(host))?.(ANONYMOUS),
  };
  const { hosts, fetch } = gateway(resolved, runtime);
  const byHost = new Map<string, (caller: Caller) => Fetch>(
    hosts.map((host) => [host, () => fetch]),
  );
  const httpsOnly = new Map(hosts.map((host) => [host, true]));
  const buckets = readBuckets(resolved, emulation);
  const empty = new Set<string>();
  for (const bucket of buckets) {
    const names = [...new Set([...bucketHosts(bucket), ...domainsOf(resolved, bucket.address)])];
    if (bucket.objects.size === 0) for (const name of names) empty.add(name);
    for (const name of names)
      byHost.set(name, (caller) => s3Fetch(bucket, names, caller, emulation));
  }
  for (const website of readWebsites(resolved, buckets)) {
    const answer = websiteFetch(website, emulation);
    for (const host of website.hosts) byHost.set(host, () => answer);
  }
  const urls = readFunctionUrls(resolved, functions);
  for (const url of urls) {
    byHost.set(url.host, (caller) => functionUrlFetch(url, caller, functions, emulation));
  }
  return {
    fetchFor: (hostName, caller = ANONYMOUS) => forHost(byHost, plainHost(hostName))?.(caller),
    isHttpsOnly: (hostName) => forHost(httpsOnly, plainHost(hostName)) === true,
    isEmptyBucket: (hostName) => empty.has(plainHost(hostName)),
    hostNames: [...byHost.keys()],
    warnings: [
      ...policyWarnings(resolved),
      ...openApiWarnings(resolved),
      ...buckets.flatMap(({ warnings }) => warnings),
      ...urls.flatMap(urlWarnings),
    ],
    functionFor: (reference) =>
      functions.all.find(({ address }) => address === reference) ?? functions.find(reference),
    close: async () => {
      upstreams.close();
      await functions.close();
    },
  };
}

/** Says once for each function that nothing in the stack lets API Gateway call it. */
function unpermittedTeller({ onLog }: ReturnType<typeof completeOptions>) {
  const told = new Set<string>();
  return ({ address }: LambdaFunction): void => {
    if (told.has(address)) return;
    told.add(address);
    const text =
      "no aws_lambda_permission lets apigateway.amazonaws.com call it; unless another stack does, AWS answers with an error";
    onLog({ address, level: "error", text });
  };
}

/** The domains that the resolved bucket itself names. */
function domainsOf(stack: SynthesizedStack, address: string): string[] {
  const bucket = resourcesOfType(stack, "aws_s3_bucket").find((one) => one.address === address);
  if (bucket === undefined) return [];
  return ["bucket_domain_name", "bucket_regional_domain_name"]
    .map((attribute) => textOf(bucket.config, attribute))
    .filter((domain) => domain !== undefined)
    .map(plainHost);
}

/** The backends that HTTP integrations may reach, each connected to on first use. */
function upstreamsOf({ upstreams, originCa }: Emulation) {
  const byName = new Map(Object.entries(upstreams).map(([host, url]) => [host.toLowerCase(), url]));
  const open = new Map<string, ReturnType<typeof httpOrigin>>();
  return {
    fetchFor: (host: string): Fetch | undefined => {
      const url = byName.get(host) ?? byName.get(plainHost(host));
      if (url === undefined) return undefined;
      const known = open.get(host);
      if (known !== undefined) return known;
      const origin = httpOrigin({ origin: integrationSettings(host), url, ca: originCa });
      open.set(host, origin);
      return origin;
    },
    close: () => {
      for (const origin of open.values()) origin.close();
    },
  };
}

function integrationSettings(host: string) {
  return {
    id: host,
    domainName: plainHost(host),
    sslProtocols: ["TLSv1.2"],
    connectionAttempts: 1,
    connectionTimeoutSeconds: 10,
    readTimeoutSeconds: 30,
    keepaliveTimeoutSeconds: 5,
  };
}
