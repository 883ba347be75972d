/** A request or response as a function sees it, to be changed. */
export type Draft = Record<string, unknown>;

/** Sets a field such as `headers.x-a`. */
export const set =
  (path: string, value: unknown) =>
  (draft: Draft): void => {
    const [object, name] = placeOf(draft, path);
    object[name] = value;
  };

/** Deletes a field such as `headers.host`. */
export const remove =
  (path: string) =>
  (draft: Draft): void => {
    const [object, name] = placeOf(draft, path);
    delete object[name];
  };

function placeOf(draft: Draft, path: string): [Draft, string] {
  const names = path.split(".");
  const last = names.pop() ?? "";
  return [names.reduce((object, name) => object[name] as Draft, draft), last];
}
