// `http-proxy`, at its best: with connections that are kept alive.
// Arguments: port, port of the origin.
const { Agent } = require("node:http");
const { createProxyServer } = require("http-proxy");
const { startPeer } = require("./start-peer.cjs");

startPeer(createProxyServer, new Agent({ keepAlive: true }));
