// A `node:http` server that does nothing but answer the same bytes: origin and yardstick.
// Arguments: port, bytes of the body.
import { createServer } from "node:http";

const [port, bytes] = process.argv.slice(2).map(Number);
const body = Buffer.alloc(bytes ?? 0, "x");

createServer((_request, response) => {
  response.writeHead(200, {
    "Content-Type": "text/plain",
    "Content-Length": body.length,
    "Cache-Control": "max-age=3600",
  });
  response.end(body);
}).listen(port, "127.0.0.1");
