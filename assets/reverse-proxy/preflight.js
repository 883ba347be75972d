// Whether the browser asked first. A script cannot see a preflight itself, only the time it took,
// and that only where the API sends Timing-Allow-Origin. So the verdict says how it is known.

/** Request headers that never ask for a preflight. Everything this page adds does. */
const SAFELISTED = ["accept", "accept-language", "content-language"];

/** Below this many milliseconds before sending, nothing was waited for. */
const NOTICEABLE = 10;

/**
 * Whether a GET request has a preflight by the rules of fetch.
 *
 * @see https://fetch.spec.whatwg.org/#cors-preflight-fetch
 */
function needsPreflight({ url, headers, pageOrigin }) {
  if (new URL(url).origin === pageOrigin) return false;
  return Object.keys(headers).some((name) => !SAFELISTED.includes(name.toLowerCase()));
}

/**
 * What is known about a call's preflight: in a word, and in a sentence that says how it is known.
 *
 * @param phases the parts of the call's time, or `null` where the browser hides them
 */
export function preflightVerdict({ url, headers, pageOrigin, phases, answered }) {
  if (new URL(url).origin === pageOrigin) {
    return {
      word: "no preflight",
      how: "None: the call stays on this page's origin.",
    };
  }
  if (!needsPreflight({ url, headers, pageOrigin })) {
    return {
      word: "no preflight",
      how: "None by the rules of fetch: a GET without a header of its own is sent at once.",
    };
  }
  if (!answered) {
    return {
      word: "preflight or answer refused",
      how: "Expected by the rules of fetch. It, or the answer to the call, was not for this page.",
    };
  }
  if (phases === null) {
    return {
      word: "preflight expected",
      how: "Expected by the rules of fetch. Not seen: without Timing-Allow-Origin in the answer the browser tells the total time alone.",
    };
  }
  const waited = Math.round(phases.before);
  if (waited < NOTICEABLE) {
    return {
      word: "preflight expected",
      how: `Expected by the rules of fetch, but only ${waited} ms passed before sending: the browser may have kept the answer to an earlier one.`,
    };
  }
  return {
    word: `preflight seen, ${waited} ms`,
    isSeen: true,
    how: `Seen: Resource Timing counts ${waited} ms before the request was sent, beside the time to connect.`,
  };
}
