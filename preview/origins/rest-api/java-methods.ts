// Methods of Java's texts, lists and maps that mapping templates call: those that JavaScript lacks,
// and those that it has otherwise. The others are velocityjs's or JavaScript's own.

type Method = (...parameters: readonly unknown[]) => unknown;
type Methods<T> = Readonly<Record<string, (value: T) => Method>>;

const TEXT: Methods<string> = {
  contains: (text) => (part) => text.includes(String(part)),
  equals: (text) => (other) => text === other,
  equalsIgnoreCase: (text) => (other) => text.toLowerCase() === String(other).toLowerCase(),
  isEmpty: (text) => () => text === "",
  length: (text) => () => text.length,
  matches: (text) => (pattern) => new RegExp(`^(?:${pattern})$`, "s").test(text),
  replaceAll: (text) => (pattern, by) => replaced(text, new RegExp(String(pattern), "g"), by),
  replaceFirst: (text) => (pattern, by) => replaced(text, new RegExp(String(pattern)), by),
  split: (text) => (pattern) => withoutEmptyEnd(text.split(new RegExp(String(pattern)))),
};

const LIST: Methods<readonly unknown[]> = {
  contains: (list) => (item) => list.includes(item),
  count: (list) => () => list.length,
  isEmpty: (list) => () => list.length === 0,
  toString: (list: readonly unknown[]) => () => javaText(list),
};

const MAP: Methods<object> = {
  containsKey: (map) => (key) => Object.hasOwn(map, String(key)),
  containsValue: (map) => (value) => Object.values(map).includes(value),
  isEmpty: (map) => () => Object.keys(map).length === 0,
  toString: (map: object) => () => javaText(map),
  values: (map) => () => Object.values(map),
};

interface Call {
  readonly property: string;
  readonly context: unknown;
  readonly params: readonly unknown[];
}

/** The methods, as velocityjs asks for them. */
export const JAVA_METHODS = [
  {
    uid: "java",
    match: (call: Call) => methodOf(call) !== undefined,
    resolve: (call: Call) => methodOf(call)?.(...call.params),
  },
];

function methodOf({ property, context }: Call): Method | undefined {
  if (typeof context === "string") return own(TEXT, property)?.(context);
  if (Array.isArray(context)) return own(LIST, property)?.(context);
  if (typeof context !== "object" || context === null) return undefined;
  return Object.hasOwn(context, property) ? undefined : own(MAP, property)?.(context);
}

function own<T>(methods: Methods<T>, name: string): ((value: T) => Method) | undefined {
  return Object.hasOwn(methods, name) ? methods[name] : undefined;
}

/** In a replacement of Java, `$1` is a group and a backslash takes the next character as it is. */
function replaced(text: string, pattern: RegExp, by: unknown): string {
  return text.replace(pattern, (...found) =>
    String(by).replace(/\\(.)|\$(\d)/gs, (_, literal: string | undefined, group: string) =>
      literal === undefined ? String(found[Number(group)] ?? "") : literal,
    ),
  );
}

function withoutEmptyEnd(parts: readonly string[]): readonly string[] {
  const last = parts.findLastIndex((part) => part !== "");
  return last < 0 ? parts.slice(0, 1) : parts.slice(0, last + 1);
}

/** A value as Java prints it: `{name=Ann, tags=[x, y]}`. */
function javaText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(javaText).join(", ")}]`;
  if (typeof value !== "object" || value === null) return String(value);
  const pairs = Object.entries(value).map(([key, item]) => `${key}=${javaText(item)}`);
  return `{${pairs.join(", ")}}`;
}
