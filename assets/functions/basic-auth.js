/** Asks for a name and a password. The header goes no further: it is for the edge alone. */
function basicAuth(request) {
  var given = request.headers.authorization;
  if (!given || given.value !== "Basic " + CREDENTIALS) {
    return {
      statusCode: 401,
      statusDescription: "Unauthorized",
      headers: { "www-authenticate": { value: 'Basic realm="private"' } },
    };
  }
  delete request.headers.authorization;
  return request;
}
