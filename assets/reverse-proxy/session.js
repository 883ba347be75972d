import { explain } from "./explain.js";
import { toCall } from "./requests.js";
import { send } from "./send.js";

/**
 * One visit's way to send requests with what the form holds at that moment.
 *
 * @param form the settings form: `values`, `keys`, `problemOf`
 * @param config what the stack wrote about itself, or `null`
 */
export function createSession({ form, config, pageOrigin }) {
  // Also different after a reload, when the browser still remembers preflights.
  const name = Date.now().toString(36);
  let sent = 0;

  return {
    /** Why a request cannot be sent yet, or `null`. */
    obstacle({ path, request }, way) {
      const needed = [
        ...(way === "edge" ? ["edge"] : []),
        // A signature is made for the API's own address, whichever way it goes.
        ...(way === "direct" || request.signed ? [path.endpoint] : []),
        ...(request.signed ? ["region"] : []),
      ];
      for (const setting of needed) {
        const problem = form.problemOf(setting);
        if (problem) return `${problem} It is in the settings above.`;
      }
      if (!request.signed) return null;
      const keys = form.keys();
      if (keys === null) return "Enter an access key id and its secret in the settings above.";
      if (!Object.values(keys).every((key) => /^[!-~]+$/.test(key))) {
        return "A key has a space or a character that no key has. Paste the keys once more.";
      }
      return globalThis.crypto?.subtle ? null : "Browsers sign on https:// and localhost only.";
    },

    /** Sends a request and explains its result. Throws only when `signal` stops it. */
    async run({ path, request }, way, signal) {
      const settings = form.values();
      sent += 1;
      const call = toCall({ path, request, way, settings, run: `${name}-${sent}` });
      const result = await send(call, { settings, keys: form.keys(), pageOrigin, signal });
      const explanation = explain(result, { request, cors: config?.cors, pageOrigin });
      return { result, explanation };
    },
  };
}
