// What operators switch on: each is off by default and has a price.

/** Operations of a distribution. */
export interface OperationsProps {
  /**
   * Whether CloudFront writes an access log (v2 delivery) into a bucket of its own.
   *
   * @default - no
   */
  readonly accessLogs?: AccessLogsProps;

  /**
   * A web ACL in front of the distribution: an existing one by ARN, or the preset.
   *
   * @default - none
   */
  readonly webAcl?: { readonly arn: string } | WebAclPreset;

  /**
   * An alarm when too many answers are 5xx.
   *
   * @default - none
   */
  readonly errorAlarm?: ErrorAlarmProps;
}

/** Properties of an access log. */
export interface AccessLogsProps {
  /**
   * Days after which log files are deleted.
   *
   * @default 90
   */
  readonly retentionDays?: number;
}

/** AWS managed rules against common attacks, and a limit of requests for each address. */
export interface WebAclPreset {
  /** Requests of one address in five minutes before it is refused, 10 to 2,000,000,000. */
  readonly rateLimit: number;
}

/** Properties of the alarm on errors. */
export interface ErrorAlarmProps {
  /**
   * Percentage of 5xx answers, averaged over five minutes, above which the alarm rings.
   *
   * @default 5
   */
  readonly thresholdPercent?: number;

  /**
   * ARN of the SNS topic in us-east-1 that is told.
   *
   * @default - nobody is told; the alarm only shows
   */
  readonly topicArn?: string;
}
