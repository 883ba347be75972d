import { certificateRegion } from "../../../modules/private/certificate-arn";

it.each([
  ["arn:aws:acm:us-east-1:123456789012:certificate/0a1b-2c3d", "us-east-1"],
  ["arn:aws-cn:acm:cn-north-1:123456789012:certificate/0a1b", "cn-north-1"],
  ["arn:aws-us-gov:acm:us-gov-west-1:123456789012:certificate/0a1b", "us-gov-west-1"],
  ["arn:aws:iam::123456789012:server-certificate/shop", undefined],
  ["arn:aws:acm:us-east-1:123456789012:certificate/", undefined],
  ["arn:aws:acm:us-east-1:123:certificate/0a1b", undefined],
  ["", undefined],
])("%s is in %s", (arn, region) => {
  expect(certificateRegion(arn)).toBe(region);
});
