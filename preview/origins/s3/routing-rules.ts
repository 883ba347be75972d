import { type Block, blocks, isBlock, type Json } from "../../../synthesized/stack";
import { textOf } from "../attributes";

/** When a website redirects, and where to. */
export interface RoutingRule {
  /** Absent: every key. */
  readonly keyPrefix?: string;
  /** Absent: before the object is looked up. */
  readonly errorCode?: number;
  readonly hostName?: string;
  readonly protocol?: string;
  readonly replaceKeyPrefixWith?: string;
  readonly replaceKeyWith?: string;
  readonly status: number;
}

/** The `routing_rule` blocks of a website configuration, or its `routing_rules` in JSON. */
export function readRoutingRules(config: Block): RoutingRule[] {
  const inJson = textOf(config, "routing_rules");
  const rules = inJson === undefined ? blocks(config.routing_rule) : parsed(inJson);
  return rules.map((rule) => {
    const [condition = {}] = blocks(rule.condition ?? rule.Condition);
    const [redirect = {}] = blocks(rule.redirect ?? rule.Redirect);
    const errorCode = either(condition, "http_error_code_returned_equals");
    return {
      ...present("keyPrefix", either(condition, "key_prefix_equals")),
      ...present("errorCode", errorCode === undefined ? undefined : Number(errorCode)),
      ...present("hostName", either(redirect, "host_name")),
      ...present("protocol", either(redirect, "protocol")),
      ...present("replaceKeyPrefixWith", either(redirect, "replace_key_prefix_with")),
      ...present("replaceKeyWith", either(redirect, "replace_key_with")),
      status: Number(either(redirect, "http_redirect_code") ?? 301),
    };
  });
}

/** The rule for a key: one about an error only once that error has come, the others before. */
export function routingRuleFor(
  rules: readonly RoutingRule[],
  key: string,
  errorCode?: number,
): RoutingRule | undefined {
  return rules.find((rule) => key.startsWith(rule.keyPrefix ?? "") && rule.errorCode === errorCode);
}

/**
 * Where a rule sends a key.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/how-to-page-redirect.html
 */
export function redirectTarget(rule: RoutingRule, key: string, host: string): string {
  const { protocol = "http", hostName = host, replaceKeyPrefixWith, replaceKeyWith } = rule;
  const rest = key.slice((rule.keyPrefix ?? "").length);
  const replaced = replaceKeyPrefixWith === undefined ? key : `${replaceKeyPrefixWith}${rest}`;
  return `${protocol}://${hostName}/${encodeURI(replaceKeyWith ?? replaced)}`;
}

/** Terraform's name of a setting, or S3's: `host_name` or `HostName`. */
function either(block: Block, name: string): string | undefined {
  const inJson = name.replace(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase());
  return textOf(block, name) ?? textOf(block, inJson);
}

function parsed(text: string): readonly Block[] {
  try {
    const value = JSON.parse(text) as Json;
    return Array.isArray(value) ? value.filter(isBlock) : [];
  } catch {
    return [];
  }
}

function present<K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } {
  return (value === undefined ? {} : { [key]: value }) as { [P in K]?: V };
}
