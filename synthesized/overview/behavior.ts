// One cache behavior of a distribution in a few words.
import { type Block, blocks, type Json, type SynthesizedStack } from "../stack";
import { caching } from "./caching";
import { text } from "./text";

/** What CloudFront does with the requests of one path pattern. */
export interface BehaviorOverview {
  /** `*` for the default behavior. */
  readonly pathPattern: string;
  readonly originId: string;
  readonly viewerProtocolPolicy: string;
  readonly methods: string;
  /** How long CloudFront keeps answers, in words. */
  readonly caching: string;
  /** Event and function, for example `viewer-request aws_cloudfront_function.fallback`. */
  readonly functions: readonly string[];
}

/** An `ordered_cache_behavior` or `default_cache_behavior` block in a few words. */
export function behaviorOverview(behavior: Block, stack: SynthesizedStack): BehaviorOverview {
  return {
    pathPattern: text(behavior.path_pattern ?? "*"),
    originId: text(behavior.target_origin_id ?? null),
    viewerProtocolPolicy: text(behavior.viewer_protocol_policy ?? null),
    methods: methods(behavior.allowed_methods),
    caching: caching(behavior, stack),
    functions: [
      ...blocks(behavior.function_association).map((it) => edgeFunction(it, it.function_arn)),
      ...blocks(behavior.lambda_function_association).map((it) => edgeFunction(it, it.lambda_arn)),
    ],
  };
}

function methods(value: Json | undefined): string {
  if (!Array.isArray(value)) return text(value ?? null);
  return value.length === 7 ? "all methods" : value.map(text).sort().join(" ");
}

function edgeFunction({ event_type: event = null }: Block, arn: Json = null): string {
  return `${text(event)} ${text(arn).replace(/\.(arn|qualified_arn)$/, "")}`;
}
