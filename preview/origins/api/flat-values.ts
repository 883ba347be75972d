/**
 * The values of a structure by their whole names, such as `context.identity.sourceIp`; null is `""`.
 */
export function flatValues(name: string, value: unknown): Record<string, string> {
  if (value === undefined) return {};
  if (value === null) return { [name]: "" };
  if (Array.isArray(value)) return { [name]: JSON.stringify(value) };
  if (typeof value !== "object") return { [name]: String(value) };
  return Object.assign(
    {},
    ...Object.entries(value).map(([key, inside]) => flatValues(`${name}.${key}`, inside)),
  );
}
