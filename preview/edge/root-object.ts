import type { EdgeRequest, EdgeResponse } from "../messages";
import type { CompiledBehavior } from "../pipeline/compile-behavior";
import { isInvalidRootObject, withDefaultRootObject } from "../pipeline/default-root-object";
import { xmlErrorResponse } from "../pipeline/generated-response";
import { matchBehavior } from "../pipeline/match-behavior";
import { normalizePath } from "../pipeline/normalize-path";
import { withoutSignature } from "../pipeline/signed-request";
import { type Exchange, note } from "./context";

/** The request for the object that is really meant. */
export type RootedRequest =
  | { readonly kind: "request"; readonly request: EdgeRequest }
  | { readonly kind: "invalid"; readonly response: EdgeResponse };

/**
 * Puts the default root object in the place of `/`, after the behavior is chosen and before the
 * viewer-request function: AWS documents neither. Says so where another order would matter.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DefaultRootObject.html
 */
export function rootedRequest(x: Exchange, compiled: CompiledBehavior): RootedRequest {
  const { defaultRootObject } = x.edge.model;
  const request =
    compiled.behavior.trustedKeys === undefined
      ? x.request
      : { ...x.request, query: withoutSignature(x.request.query) };
  const path = withDefaultRootObject(request.path, defaultRootObject);
  if (path === request.path) {
    if (x.steps !== undefined) noteFolder(x, request.path);
    return { kind: "request", request };
  }
  if (isInvalidRootObject(defaultRootObject)) {
    const message = "The default root object's name is too long or has an invalid character.";
    const response = xmlErrorResponse(400, "InvalidDefaultRootObject", message);
    x.steps?.push({ step: "refused", by: "default root object", status: 400, reason: message });
    return { kind: "invalid", response };
  }
  x.steps?.push({ step: "default-root-object", path });
  if (x.steps !== undefined) noteOrder(x, compiled, path);
  return { kind: "request", request: { ...request, path } };
}

/** Says when a request is for the folder of a default root object such as `site/index.html`. */
function noteFolder(x: Exchange, path: string): void {
  const object = x.edge.model.defaultRootObject;
  const end = object.lastIndexOf("/") + 1;
  if (end <= 1 || path !== `/${object.slice(0, end)}`) return;
  note(
    x,
    `the default root object ${object} stands for / alone, so ${path} goes to the origin as it is; a sentence on AWS's page can be read otherwise`,
  );
}

function noteOrder(x: Exchange, compiled: CompiledBehavior, path: string): void {
  const { ordered, defaultBehavior } = x.edge;
  const other = matchBehavior(normalizePath(path), ordered, defaultBehavior);
  if (other !== compiled) {
    note(
      x,
      `behavior "${compiled.behavior.pathPattern}" was chosen for /; if CloudFront chooses after putting ${path} in its place, it is "${other.behavior.pathPattern}" (not documented)`,
    );
  }
  if (compiled.functionAt["viewer-request"] !== undefined) {
    note(x, `the viewer-request function sees ${path}; AWS does not document whether it sees /`);
  }
}

/** Says when a rewritten path looks as if another behavior served it: it does not. */
export function noteRewrite(x: Exchange, compiled: CompiledBehavior, path: string): void {
  if (x.steps === undefined) return;
  const { ordered, defaultBehavior } = x.edge;
  const other = matchBehavior(normalizePath(path), ordered, defaultBehavior);
  if (other === compiled) return;
  note(
    x,
    `a function that changes the uri changes neither behavior nor origin: ${path} stays with "${compiled.behavior.pathPattern}", not "${other.behavior.pathPattern}"`,
  );
}
