// Why a text is no JSON, and what to do about it.

const HCL =
  /^(?:\s*(?:#|\/\/)[^\n]*\n)*\s*(?:terraform|provider|resource|data|module|variable|output|locals)\b[^:{]*\{/;

/** Without the mark that editors on Windows put before UTF-8; a parser may ignore it (RFC 8259). */
export function withoutByteOrderMark(text: string): string {
  return text.replace(/^\uFEFF/, "");
}

/** What is wrong with a text that `JSON.parse` refused, and what helps against HCL. */
export function notJson(text: string, error: unknown, alternative = ""): string {
  if (text.includes("\0")) {
    return 'it is UTF-16, as ">" of Windows PowerShell writes it; save it as UTF-8';
  }
  return HCL.test(text)
    ? `it is HCL; name it *.tf and it is read as such${alternative}`
    : (error as Error).message;
}
