// Why a text is no JSON, and what to do about it.

const HCL =
  /^(?:\s*(?:#|\/\/)[^\n]*\n)*\s*(?:terraform|provider|resource|data|module|variable|output|locals)\b[^:{]*\{/;

/** What is wrong with a text that `JSON.parse` refused, and what helps against HCL. */
export function notJson(text: string, error: unknown, alternative = ""): string {
  return HCL.test(text)
    ? `it is HCL; name it *.tf and it is read as such${alternative}`
    : (error as Error).message;
}
