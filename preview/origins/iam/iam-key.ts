/** An access key of an IAM user, as the preview's page signs with it. */
export interface IamKey {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /**
   * The token that comes with temporary keys.
   *
   * @default - a long-term key
   */
  readonly sessionToken?: string;
  /**
   * The user's ARN, as functions see it.
   *
   * @default - `user/preview` of the stack's account
   */
  readonly userArn?: string;
}
