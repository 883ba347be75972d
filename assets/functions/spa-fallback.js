/**
 * Sends every path that is no file to the single-page app's `index.html`, so that a deep link loads
 * the app. A path whose last segment has an extension stays what it is: a missing file is an error,
 * not a page. Paths below `/.well-known/` stay too.
 */
function spaFallback(request) {
  var last = request.uri.slice(request.uri.lastIndexOf("/") + 1);
  if (last.indexOf(".") === -1 && request.uri.indexOf("/.well-known/") !== 0) {
    request.uri = "/index.html";
  }
  return request;
}
