/** Takes the prefix off the path, so that the origin needs no resources under it. */
function stripPrefix(request) {
  if (request.uri === PREFIX) request.uri = "/";
  else if (request.uri.indexOf(PREFIX + "/") === 0) request.uri = request.uri.slice(PREFIX.length);
  return request;
}
