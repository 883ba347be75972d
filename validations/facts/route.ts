// One path and method of an API, whichever way the API is defined.
import { type Resource, resourcesOfType, type SynthesizedStack } from "../../synthesized/stack";
import { lookUp, referencesIn } from "./reference";
import type { Unknown } from "./value";

/** One path and method that an API answers. */
export interface Route {
  /** The path below the stage as a path pattern: `/users/*` for `/users/{proxy+}`. */
  readonly pattern: string;
  /** `GET`, or `ANY` for every method. */
  readonly method: string;
  /** `NONE`, `CUSTOM`, `AWS_IAM`, `COGNITO_USER_POOLS` or `JWT`; UNKNOWN when it is not literal. */
  readonly authorization: string | Unknown;
  /** Where the authorizer looks for the token: header names in lower case, or other sources. */
  readonly tokenSources: readonly string[];
  /** How messages name it. */
  readonly label: string;
}

/** An API's path as a path pattern: a parameter may be anything. */
export function toPattern(path: string): string {
  return path.replace(/\{[^}]*\}/g, "*");
}

/** The resources of a type that name an API as theirs. */
export function ownedBy(
  stack: SynthesizedStack,
  api: Resource,
  type: string,
  attribute: string,
): Resource[] {
  return resourcesOfType(stack, type).filter(({ config }) => {
    const owner = config[attribute];
    if (referencesIn(owner).some((one) => lookUp(stack, one)?.address === api.address)) return true;
    return typeof owner === "string" && owner === api.config.id;
  });
}
