/** A function ran, but what it returned is not what CloudFront takes: the viewer gets a 502. */
export class InvalidResult extends Error {}
