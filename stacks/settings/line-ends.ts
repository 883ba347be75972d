import type { Environment } from "./variables";

/**
 * Refuses a variable that ends with a carriage return, as soon as it is read.
 *
 * A shell that loads a file with Windows line ends leaves them in the values, where nobody sees them.
 */
export function refuseLineEnds(env: Environment): Environment {
  return new Proxy(env, {
    get(variables, name: string) {
      const value = variables[name];
      if (typeof value !== "string" || !/[\r\n]$/.test(value)) return value;
      throw new Error(
        `${name} ends with a line end, got ${JSON.stringify(value)}; save the file that sets it with Unix line ends: sed -i 's/\\r$//' FILE`,
      );
    },
  });
}
