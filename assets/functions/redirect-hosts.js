/** Sends viewers of other names to the first, with path and query. */
function redirectHosts(request) {
  var host = request.headers.host.value;
  var isOther = OTHER_HOSTS.some((other) =>
    other[0] === "*" ? host.endsWith(other.slice(1)) : host === other,
  );
  if (!isOther || host === FIRST_HOST) return request;
  var query = request.rawQueryString();
  return {
    statusCode: 301,
    statusDescription: "Moved Permanently",
    headers: {
      location: { value: "https://" + FIRST_HOST + request.uri + (query ? "?" + query : "") },
    },
  };
}
