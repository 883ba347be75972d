import { preflightVerdict } from "./preflight.js";
import { signatureHeaders } from "./sign.js";
import { findEntry, toPhases } from "./timing.js";

/**
 * Sends one call and measures it. Never throws for want of an answer: that is a result too.
 *
 * @returns `status` is `null` when there was no answer that this page may read
 */
export async function send(call, { settings, keys, pageOrigin, signal }) {
  const signature = call.signFor
    ? await signatureHeaders({ url: call.signFor, region: settings.region, keys })
    : {};
  const headers = { ...call.headers, ...signature };
  const started = performance.now();
  const answer = await ask(call.url, headers, signal);
  const clock = performance.now() - started;
  const entry = await findEntry(new URL(call.url).href);
  const answered = answer.status !== null;
  const phases = answered ? toPhases(entry) : null;
  return {
    ...answer,
    url: call.url,
    signFor: call.signFor,
    milliseconds: answered && entry ? entry.duration : clock,
    phases,
    preflight: preflightVerdict({ url: call.url, headers, pageOrigin, phases, answered }),
  };
}

async function ask(url, headers, signal) {
  try {
    const response = await fetch(url, { headers, cache: "no-store", signal });
    return {
      status: response.status,
      contentType: response.headers.get("content-type") ?? "",
      text: await response.text(),
    };
  } catch (error) {
    if (error.name === "AbortError") throw error;
    return { status: null, contentType: "", text: "" };
  }
}
