// What every origin may set, whatever is behind it.

/** Properties that every kind of origin has. */
export interface OriginOptions {
  /**
   * Headers that CloudFront adds to each request to the origin, over the viewer's of the same name.
   *
   * @default - none
   */
  readonly customHeaders?: Readonly<Record<string, string>>;

  /**
   * How often CloudFront tries to connect, 1 to 3.
   *
   * @default - 3
   */
  readonly connectionAttempts?: number;

  /**
   * Seconds for one try to connect, 1 to 10.
   *
   * @default - 10
   */
  readonly connectionTimeoutSeconds?: number;

  /**
   * Region of an additional cache in front of the origin.
   *
   * @default - no Origin Shield
   * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/origin-shield.html
   */
  readonly originShieldRegion?: string;
}

/** TLS versions CloudFront can speak to an origin. */
export type OriginSslProtocol = "TLSv1.2" | "TLSv1.1" | "TLSv1" | "SSLv3";

/** Properties of every origin that is not a bucket. */
export interface CustomOriginOptions extends OriginOptions {
  /**
   * Seconds CloudFront waits for a response and between its packets, 1 to 120.
   *
   * @default - 30
   */
  readonly responseTimeoutSeconds?: number;

  /**
   * Seconds CloudFront keeps an idle connection to the origin, 1 to 120.
   *
   * @default - 5
   */
  readonly keepaliveTimeoutSeconds?: number;

  /**
   * TLS versions for the origin. Anything older than TLS 1.2 is for servers that know nothing newer.
   *
   * @default ["TLSv1.2"]
   */
  readonly originSslProtocols?: readonly OriginSslProtocol[];
}
