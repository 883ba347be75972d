// Literal text inside Terraform JSON, where every string is a template.

/**
 * Escapes `${` and `%{` so that Terraform leaves them alone. CDKTF's own tokens stay as they are.
 *
 * @see https://developer.hashicorp.com/terraform/language/expressions/strings#escape-sequences
 */
export function literal(text: string): string {
  return text.replace(/\$\{(?!TfToken\[)|%\{/g, (opening) => opening[0] + opening);
}
