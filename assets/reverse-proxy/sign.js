import { AwsV4Signer } from "aws4fetch";

/**
 * The headers that prove a GET request to API Gateway. Only the host and the headers made here are
 * signed: CloudFront changes others on the way.
 *
 * @param datetime such as `20260102T030405Z`; now by default
 */
export async function signatureHeaders({ url, region, keys, datetime }) {
  const signer = new AwsV4Signer({ url, region, service: "execute-api", datetime, ...keys });
  const { headers } = await signer.sign();
  return Object.fromEntries(headers);
}
