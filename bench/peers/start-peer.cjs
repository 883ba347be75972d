const { createServer } = require("node:http");

/** Puts a proxy of either library before an origin. */
exports.startPeer = (createProxyServer, agent) => {
  const [port, originPort] = process.argv.slice(2).map(Number);
  const proxy = createProxyServer({ target: `http://127.0.0.1:${originPort}`, agent, xfwd: true });
  proxy.on("error", (_error, _request, response) => response.destroy());
  createServer((request, response) => proxy.web(request, response)).listen(port, "127.0.0.1");
};
