// Why a text is no Terraform JSON, and what to do about it.

const HCL =
  /^(?:\s*(?:#|\/\/)[^\n]*\n)*\s*(?:terraform|provider|resource|data|module|variable|output|locals)\b[^:{]*\{/;

/** What is wrong with a text that `JSON.parse` refused, and what helps against HCL. */
export function notJson(text: string, error: unknown, alternative = ""): string {
  return HCL.test(text)
    ? `it is HCL; convert it to JSON first, for example with hcl2json${alternative}`
    : (error as Error).message;
}
