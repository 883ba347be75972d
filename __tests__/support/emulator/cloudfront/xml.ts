// CloudFront's XML as plain objects: every leaf is a string, a repeated element is an array.
import { XMLBuilder, XMLParser } from "fast-xml-parser";

export type XmlValue = string | XmlElement | readonly XmlValue[];

export interface XmlElement {
  readonly [name: string]: XmlValue | undefined;
}

/** One document: the name of its root and the root's content. */
export interface XmlDocument {
  readonly root: string;
  readonly content: XmlElement;
}

const NAMESPACE = "http://cloudfront.amazonaws.com/doc/2020-05-31/";
const WHITE_SPACE = "#text";

// Go's encoder writes quotes and line ends as `&#34;` and `&#xA;`, hence `htmlEntities`.
const parser = new XMLParser({
  ignoreAttributes: true,
  ignoreDeclaration: true,
  parseTagValue: false,
  trimValues: false,
  htmlEntities: true,
});
const builder = new XMLBuilder({
  suppressEmptyNode: false,
  attributeNamePrefix: "@",
  ignoreAttributes: false,
});

/** Reads a document; an empty text is a document without a root. */
export function parseXml(text: string): XmlDocument {
  const parsed: XmlElement = text.trim() === "" ? {} : parser.parse(text);
  const root = Object.keys(parsed).find((name) => name !== WHITE_SPACE) ?? "";
  return { root, content: element(withoutWhiteSpace(parsed[root] ?? "")) };
}

export function toXml({ root, content }: XmlDocument): string {
  const body = { [root]: { "@xmlns": NAMESPACE, ...content } };
  return `<?xml version="1.0" encoding="UTF-8"?>\n${builder.build(body)}`;
}

/** The element itself; a leaf or a missing one is an element without children. */
export function element(value: XmlValue | undefined): XmlElement {
  return isElement(value) ? value : {};
}

/** The text of the leaf at the end of the path, or an empty string. */
export function text(value: XmlValue | undefined, ...path: readonly string[]): string {
  const leaf = path.reduce<XmlValue | undefined>((at, name) => element(at)[name], value);
  return typeof leaf === "string" ? leaf : "";
}

/** Children of `<Items>` in a list such as `<Aliases><Quantity/><Items><CNAME/></Items></Aliases>`. */
export function items(list: XmlValue | undefined): readonly XmlValue[] {
  return Object.values(element(element(list).Items)).flatMap((child) => child ?? []);
}

/** A list element of CloudFront. */
export function listOf(itemName: string, children: readonly XmlValue[]): XmlElement {
  const Quantity = String(children.length);
  return children.length === 0 ? { Quantity } : { Quantity, Items: { [itemName]: children } };
}

/** Every element of the name, at any depth. */
export function findAll(value: XmlValue | undefined, name: string): readonly XmlValue[] {
  if (Array.isArray(value)) return value.flatMap((child) => findAll(child, name));
  return Object.entries(element(value)).flatMap(([key, child]) => [
    ...(key === name ? [child ?? []].flat() : []),
    ...findAll(child, name),
  ]);
}

function isElement(value: XmlValue | undefined): value is XmlElement {
  return typeof value === "object" && !Array.isArray(value);
}

function withoutWhiteSpace(value: XmlValue): XmlValue {
  if (typeof value === "string") return value;
  if (Array.isArray(value)) return value.map(withoutWhiteSpace);
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, child]) =>
      name === WHITE_SPACE || child === undefined ? [] : [[name, withoutWhiteSpace(child)]],
    ),
  );
}
