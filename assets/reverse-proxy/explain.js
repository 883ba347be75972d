// What an answer means, in a sentence that says what to do.

/** What API Gateway says about a signature, and what it comes from. */
const SIGNATURE_PROBLEMS = [
  [
    /security token .* (invalid|expired)|expired token/i,
    "The access key id or the session token is not valid, or has expired. Enter current keys; keys that start with ASIA need their session token.",
  ],
  [
    /signature we calculated does not match/i,
    "The signature does not fit. Check the secret access key, the endpoint (host and stage or base path) and that CloudFront leaves the path and the query as they are.",
  ],
  [
    /signature expired|signature not yet current/i,
    "This device's clock is more than five minutes off. Set it, then try again.",
  ],
  [
    /credential should be scoped/i,
    "The keys were used for another region or service. Check the region.",
  ],
  [
    /not authorized to perform/i,
    "The keys are right, but their IAM policy does not allow execute-api:Invoke on this route.",
  ],
];

/** Why a call went as it did, or `null` when there is nothing to say. */
export function explain(result, context) {
  if (result.status === null) return noAnswer(result, context);
  if (isPage(result)) {
    return "The answer is a page, not the API's: no behavior of the distribution sends this path to the API, or CloudFront's address is another site's.";
  }
  if (context.request.signed && result.status === 403) {
    const known = SIGNATURE_PROBLEMS.find(([pattern]) => pattern.test(result.text));
    if (known) return known[1];
  }
  if (result.status === context.request.expected) return null;
  if (/missing authentication token/i.test(result.text)) {
    return "API Gateway has no such route: the stage, the base path and the path prefix do not fit together. Check the endpoint's last part.";
  }
  if (/forbidden/i.test(result.text) && result.status === 403) {
    return "API Gateway does not know this host or refuses it: the Host header was forwarded, or the endpoint is switched off.";
  }
  if (result.status === 429) return "Too many requests at once. Wait a little, then try again.";
  if (result.status >= 502)
    return "CloudFront or API Gateway did not reach what is behind it. Check that the deployment has finished.";
  return `The API should answer ${context.request.expected} here.`;
}

function isPage({ contentType, text }) {
  return contentType.includes("text/html") && /<(!doctype|html)/i.test(text.slice(0, 200));
}

function noAnswer({ url }, { request, cors, pageOrigin }) {
  if (new URL(url).origin === pageOrigin) {
    return "No answer. Check the network connection, then try again.";
  }
  if (cors === false) {
    return "The browser keeps the answer from this page, because CORS is switched off in this deployment. That is the safe setting; switch it on to compare.";
  }
  if (request.expected >= 400) {
    return `The browser keeps the answer from this page. API Gateway answers ${request.expected} by itself, and adds CORS headers to that only when its gateway responses say so. Through CloudFront the status is visible.`;
  }
  return "No answer that this page may read: CORS is switched off on the API, or the endpoint does not exist. The browser's console says which.";
}
