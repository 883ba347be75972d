import { notJson, withoutByteOrderMark } from "../not-json";
import { type Block, isBlock, type Json } from "../stack";

/**
 * The content of a file of Terraform.
 *
 * @throws with the file's name and what is wrong with it
 */
export async function parseFile(
  file: string,
  text: string,
  language: "HCL" | "JSON",
): Promise<Block> {
  const value = language === "HCL" ? await parseHcl(file, text) : parseJson(file, text);
  if (isBlock(value) && "format_version" in value) {
    throw new Error(`${file} is a plan or a state; name the configuration that it was made from`);
  }
  if (isBlock(value)) return value;
  throw new Error(`${file} must hold one JSON object, got ${JSON.stringify(value).slice(0, 40)}`);
}

/** Expressions stay text, as in Terraform's JSON: `"${var.name}"`. */
async function parseHcl(file: string, text: string): Promise<Json> {
  // Loaded when it is needed: it starts a runtime of its own, which takes 0.2 s and 90 MB.
  const { parse } = require("@cdktf/hcl2json") as typeof import("@cdktf/hcl2json");
  try {
    return (await parse(file, text)) as Json;
  } catch (error) {
    const [, reason] = /^parse config: \[(.*)\]$/s.exec((error as Error).message) ?? [];
    throw new Error(`HCL cannot be read: ${reason ?? `${file}: ${(error as Error).message}`}`);
  }
}

/** The value of a file of JSON. */
export function parseJson(file: string, text: string): Json {
  try {
    return JSON.parse(withoutByteOrderMark(text)) as Json;
  } catch (error) {
    throw new Error(`${file} is not valid JSON: ${notJson(text, error)}`);
  }
}
