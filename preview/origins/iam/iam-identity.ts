import type { IamKey } from "./iam-key";

/** Who signed a request, as events in payload format 2.0 tell it. */
export interface IamIdentity {
  readonly accessKey: string;
  readonly accountId: string;
  readonly callerId: string;
  readonly cognitoIdentity: null;
  readonly principalOrgId: null;
  readonly userArn: string;
  readonly userId: string;
}

/** The identity behind a key, in an account. */
export function iamIdentity(key: IamKey, accountId: string): IamIdentity {
  const { accessKeyId, userArn = `arn:aws:iam::${accountId}:user/preview` } = key;
  return {
    accessKey: accessKeyId,
    accountId: userArn.split(":")[4] ?? accountId,
    callerId: accessKeyId,
    cognitoIdentity: null,
    principalOrgId: null,
    userArn,
    userId: accessKeyId,
  };
}
