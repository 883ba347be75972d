import {
  blocks,
  type Resource,
  resourcesOfType,
  type SynthesizedStack,
} from "../../../synthesized/stack";
import { flagOf, numberOf, textOf, textsOf } from "../attributes";
import { plainHost } from "../host-name";
import type { CorsConfiguration } from "../http-api/model";
import type { Functions } from "./functions";
import type { LambdaFunction } from "./invocation";
import { missingActions } from "./permissions";
import { providerGrantsPublicUrls } from "./public-url";

/** A function's own URL. */
export interface FunctionUrl {
  readonly address: string;
  readonly host: string;
  /** Whether it takes requests that nobody signed, as `authorization_type` says. */
  readonly isOpen: boolean;
  /** Why an open one refuses everybody all the same; absent: it does not. */
  readonly closedBecause?: string;
  readonly fn: LambdaFunction;
  /** Whether a streaming handler may answer; here its response comes whole, too. */
  readonly isStreaming: boolean;
  readonly cors?: CorsConfiguration;
}

/** Every `aws_lambda_function_url` of a stack whose function it defines. */
export function readFunctionUrls(stack: SynthesizedStack, functions: Functions): FunctionUrl[] {
  return resourcesOfType(stack, "aws_lambda_function_url").flatMap((resource) => {
    const url = readFunctionUrl(resource, functions, providerGrantsPublicUrls(stack));
    return url === undefined ? [] : [url];
  });
}

/** What a user should know of a function URL before the first request. */
export function urlWarnings({ address, closedBecause }: FunctionUrl): string[] {
  return closedBecause === undefined ? [] : [`${address}: ${closedBecause}`];
}

function readFunctionUrl(
  { address, config }: Resource,
  functions: Functions,
  grantsPublicUrls: boolean,
): FunctionUrl | undefined {
  const fn = functions.find(textOf(config, "function_name") ?? "");
  const url = textOf(config, "function_url") ?? "";
  if (fn === undefined || url === "") return undefined;
  const isOpen = textOf(config, "authorization_type") !== "AWS_IAM";
  const granted = functions.permissionsFor(fn, "*");
  const isClosed =
    isOpen &&
    !grantsPublicUrls &&
    missingActions(granted, ["lambda:InvokeFunction"], [""]).length > 0;
  const [cors] = blocks(config.cors);
  const maxAge = cors === undefined ? undefined : numberOf(cors, "max_age");
  return {
    address,
    fn,
    host: plainHost(url.replace(/^https?:\/\//, "").replace(/\/.*$/, "")),
    isOpen,
    isStreaming: textOf(config, "invoke_mode") === "RESPONSE_STREAM",
    ...(isClosed ? { closedBecause: CLOSED } : {}),
    ...(cors === undefined
      ? {}
      : {
          cors: {
            allowCredentials: flagOf(cors, "allow_credentials"),
            allowHeaders: textsOf(cors, "allow_headers"),
            allowMethods: textsOf(cors, "allow_methods"),
            allowOrigins: textsOf(cors, "allow_origins"),
            exposeHeaders: textsOf(cors, "expose_headers"),
            ...(maxAge === undefined ? {} : { maxAge }),
          },
        }),
  };
}

const CLOSED =
  'no aws_lambda_permission grants lambda:InvokeFunction to "*", and the AWS provider does so only from 6.28 on, which the stack does not admit: AWS answers 403 to everybody';
