/**
 * Puts values into a mapping template: `$context.requestId`, `${stageVariables.name}`. Names that
 * are not known stay as they are.
 */
export function fillVariables(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(
    /\$(?:\{([\w.-]+)\}|([A-Za-z][\w]*(?:\.[\w-]+)+))/g,
    (whole, braced: string | undefined, plain: string | undefined) => {
      const name = braced ?? plain ?? "";
      return values[name] ?? whole;
    },
  );
}

/** Puts a stage's variables into an integration's `uri`. */
export function withStageVariables(
  text: string,
  variables: Readonly<Record<string, string>>,
): string {
  return text.replace(/\$\{stageVariables\.([\w]+)\}/g, (_, name: string) => variables[name] ?? "");
}
