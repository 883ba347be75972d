import {
  blocks,
  type Resource,
  resourcesOfType,
  type SynthesizedStack,
} from "../../../synthesized/stack";
import { textOf } from "../attributes";
import { plainHost } from "../host-name";

/** A custom domain name of API Gateway. */
export interface CustomDomain {
  readonly name: string;
  /** Hosts that lead to it without being its name: only a `Host` of its own name is served there. */
  readonly targets: readonly string[];
  readonly mappings: readonly Mapping[];
}

/** One base path of a custom domain. */
export interface Mapping {
  /** Without slashes around it; `""` catches what no other mapping does. */
  readonly basePath: string;
  readonly apiId: string;
  /** Absent: the stage follows the base path. */
  readonly stage?: string;
}

/** Every custom domain name of the stack, with its mappings. */
export function readCustomDomains(stack: SynthesizedStack): CustomDomain[] {
  const mappings = [
    ...resourcesOfType(stack, "aws_api_gateway_base_path_mapping").map((one) =>
      readMapping(one, "base_path", "stage_name"),
    ),
    ...resourcesOfType(stack, "aws_apigatewayv2_api_mapping").map((one) =>
      readMapping(one, "api_mapping_key", "stage"),
    ),
  ];
  const domains = [
    ...resourcesOfType(stack, "aws_api_gateway_domain_name"),
    ...resourcesOfType(stack, "aws_apigatewayv2_domain_name"),
  ];
  return domains.map(({ config }) => {
    const name = textOf(config, "domain_name") ?? "";
    const names = new Set([name, textOf(config, "id")]);
    const [settings = {}] = blocks(config.domain_name_configuration);
    return {
      name: plainHost(name),
      targets: [
        textOf(config, "cloudfront_domain_name"),
        textOf(config, "regional_domain_name"),
        textOf(settings, "target_domain_name"),
      ]
        .filter((target) => target !== undefined)
        .map(plainHost),
      mappings: mappings.filter(({ domain }) => names.has(domain)).map(({ mapping }) => mapping),
    };
  });
}

/** A mapping that fits, and the path behind its base path. */
export interface MappedPath {
  readonly mapping: Mapping;
  /** Raw; starts with `/`. */
  readonly path: string;
}

/**
 * Finds the mapping for a path. Single-level base paths match whole parts; as soon as one has several
 * levels, the longest prefix wins, whole part or not.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-mappings.html
 */
export function mapPath({ mappings }: CustomDomain, path: string): MappedPath | undefined {
  const isMultiLevel = hasLevels(mappings);
  const [best] = mappings
    .filter(({ basePath }) => {
      if (basePath === "" || path === `/${basePath}`) return true;
      return path.startsWith(isMultiLevel ? `/${basePath}` : `/${basePath}/`);
    })
    .sort((a, b) => b.basePath.length - a.basePath.length);
  if (best === undefined) return undefined;
  const rest = best.basePath === "" ? path : path.slice(best.basePath.length + 1);
  return { mapping: best, path: rest.startsWith("/") ? rest : `/${rest}` };
}

/** Whether a domain has base paths of several levels; then header names arrive in lower case. */
export function hasLevels(mappings: readonly Mapping[]): boolean {
  return mappings.some(({ basePath }) => basePath.includes("/"));
}

function readMapping({ config }: Resource, keyName: string, stageName: string) {
  const stage = textOf(config, stageName);
  const basePath = (textOf(config, keyName) ?? "").replace(/^\/|\/$/g, "");
  return {
    domain: textOf(config, "domain_name"),
    mapping: {
      basePath: basePath === "(none)" ? "" : basePath,
      apiId: textOf(config, "api_id") ?? "",
      ...(stage === undefined ? {} : { stage }),
    },
  };
}
