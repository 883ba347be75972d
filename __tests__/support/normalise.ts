// One form for configurations that mean the same to Terraform, so that they can be compared.
import { isBlock, type Json } from "../../synthesized/stack";

/** Arguments whose strings name an object: `"aws_x.y"` and `"${aws_x.y}"` mean the same there. */
const REFERENCES = new Set([
  ...["actions", "depends_on", "events", "from", "ignore_changes", "iterator", "on_failure"],
  ...["provider", "providers", "replace_triggered_by", "to", "type", "when"],
]);

/**
 * A configuration in one form: comments (`//`) away, a list of one block as the block itself,
 * references without `${…}`, and no spaces at the ends of an expression.
 */
export function normalise(value: Json): Json {
  if (typeof value === "string") return value.replace(/^\$\{\s*([^{}]*?)\s*\}$/, "${$1}");
  if (isList(value)) {
    const [only, ...more] = value;
    return only !== undefined && more.length === 0 && isBlock(only)
      ? normalise(only)
      : value.map(normalise);
  }
  if (!isBlock(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== "//")
      .map(([key, item]) => {
        const inner = normalise(item);
        return [key, REFERENCES.has(key) ? mapStrings(inner, bare) : inner];
      }),
  );
}

function bare(text: string): string {
  return text.replace(/^\$\{(.*)\}$/, "$1");
}

function mapStrings(value: Json, change: (text: string) => string): Json {
  if (typeof value === "string") return change(value);
  if (isList(value)) return value.map((item) => mapStrings(item, change));
  // The map `providers` holds references, a block called `provider` does not.
  if (!isBlock(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      typeof item === "string" ? change(item) : item,
    ]),
  );
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
