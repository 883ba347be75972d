// What a viewer may ask of the server. CloudFront's own limits are checked by the edge.

/**
 * Bytes of a request line with its headers that the server reads. It is above CloudFront's 32,768 so
 * that the edge gets to answer 414 and 494; what is longer still is refused with the same codes here.
 */
const MAX_HEAD_BYTES = 65_536;

/** Bytes of one request's body. CloudFront takes 64 GB; the preview keeps bodies in memory. */
export const MAX_BODY_BYTES = 20 * 1024 * 1024;

/** Bytes of all bodies that are being received. */
export const MAX_BODIES_BYTES = 128 * 1024 * 1024;

/** Milliseconds until a request must have arrived with its headers. */
export const HEADERS_TIMEOUT = 10_000;

/** Milliseconds until a request must have arrived with its body. */
export const REQUEST_TIMEOUT = 30_000;

/** Milliseconds that a connection may be idle. */
export const KEEP_ALIVE_TIMEOUT = 5000;

/** Milliseconds that a viewer may take none of a response that waits for it. */
export const STALLED_VIEWER_TIMEOUT = 30_000;

/** Connections to one port. */
export const MAX_CONNECTIONS = 256;

/** Requests on one connection before it is closed. */
export const MAX_REQUESTS_PER_CONNECTION = 1000;

/** Settings of a `node:http` server; those of a `node:http2` server take them as properties too. */
export const HTTP_LIMITS = {
  maxHeaderSize: MAX_HEAD_BYTES,
  headersTimeout: HEADERS_TIMEOUT,
  requestTimeout: REQUEST_TIMEOUT,
  keepAliveTimeout: KEEP_ALIVE_TIMEOUT,
  connectionsCheckingInterval: 1000,
} as const;

/** Settings of HTTP/2 sessions. */
export const HTTP2_LIMITS = {
  maxSessionMemory: 10,
  maxSessionInvalidFrames: 100,
  maxSessionRejectedStreams: 100,
  maxHeaderListPairs: 1000,
  settings: { maxConcurrentStreams: 100, maxHeaderListSize: MAX_HEAD_BYTES, enablePush: false },
} as const;
