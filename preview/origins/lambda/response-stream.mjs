// The global `awslambda` of streaming handlers. What they write is collected and sent as a whole.
// https://docs.aws.amazon.com/lambda/latest/dg/config-rs-write-functions.html
import { Writable } from "node:stream";
import { finished } from "node:stream/promises";

const streaming = new WeakSet();

globalThis.awslambda = {
  streamifyResponse(handler) {
    streaming.add(handler);
    return handler;
  },
  HttpResponseStream: {
    from(stream, metadata) {
      stream.metadata = metadata;
      return stream;
    },
  },
};

/** Whether a handler takes a stream for its response. */
export const isStreaming = (handler) => streaming.has(handler);

/** Calls a streaming handler; its result is what it wrote until its promise is fulfilled. */
export async function callStreaming(handler, event, context) {
  const stream = new ResponseStream();
  await handler(event, stream, context);
  stream.end();
  await finished(stream);
  const { metadata, contentType } = stream;
  return { metadata, contentType, body: Buffer.concat(stream.chunks).toString("base64") };
}

class ResponseStream extends Writable {
  chunks = [];

  setContentType(type) {
    this.contentType = String(type);
  }

  _write(chunk, _encoding, done) {
    this.chunks.push(chunk);
    done();
  }
}
