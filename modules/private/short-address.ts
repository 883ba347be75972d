// The rule that turns construct ids into the name of a Terraform resource.

/**
 * Joins the lower-case ids of a construct's path with `_`; PascalCase ids are left out.
 *
 * @param ids the construct ids from below the stack down to the resource
 * @throws when no id is left or the name is not one that Terraform accepts
 */
export function shortAddress(ids: readonly string[]): string {
  const name = ids.filter((id) => !/^[A-Z]/.test(id)).join("_");
  if (/^[a-z_][A-Za-z0-9_-]*$/.test(name)) return name;
  throw new Error(
    `a Terraform name starts with a lower-case letter and has letters, digits, "_" and "-" only, got "${name}" (at ${ids.join("/")}); give the construct or the one around it such an id`,
  );
}
