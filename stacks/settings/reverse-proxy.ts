// Settings of the stack `reverse-proxy`.
import { type HostedZoneSettings, needHostedZone } from "./domain";
import { choice, type Environment, isOn, optionalText } from "./variables";

/** Settings of the stack `reverse-proxy`. */
export interface ReverseProxySettings {
  /** The API's own domain; without it that half of the system is left out. */
  readonly apiDomain?: {
    readonly name: string;
    readonly hostedZone: HostedZoneSettings;
    readonly endpointType: "REGIONAL" | "EDGE";
  };
  /** Whether the API has resources under the prefixes, or an edge function takes the prefix off. */
  readonly prefix: "keep" | "strip";
  /** Whether pages of other origins may call the API, to compare. */
  readonly cors: boolean;
}

/** Reads `REVERSE_PROXY`, `API_DOMAIN`, `API_ENDPOINT_TYPE`, `API_PREFIX` and `CORS`. Nothing unless it is on. */
export function readReverseProxy(env: Environment): ReverseProxySettings | undefined {
  const prefix = choice(env, "API_PREFIX", ["keep", "strip"], "keep");
  const cors = isOn(env, "CORS");
  const endpointType = choice(env, "API_ENDPOINT_TYPE", ["REGIONAL", "EDGE"], "REGIONAL");
  if (!isOn(env, "REVERSE_PROXY")) return undefined;
  const name = optionalText(env, "API_DOMAIN", {
    pattern: /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/,
    words: "must be a domain name in lower case",
  });
  return {
    prefix,
    cors,
    ...(name === undefined
      ? {}
      : {
          apiDomain: {
            name,
            hostedZone: needHostedZone(env, "API_DOMAIN"),
            endpointType,
          },
        }),
  };
}
