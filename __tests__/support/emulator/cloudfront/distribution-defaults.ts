// What CloudFront fills in: its answers hold every element, also those that a request left out.
import { element, items, listOf, text, type XmlElement, type XmlValue } from "./xml";

const NONE = listOf("", []);
const DISABLED = { Enabled: "false" };

const DISTRIBUTION: XmlElement = {
  Aliases: NONE,
  DefaultRootObject: "",
  OriginGroups: NONE,
  CacheBehaviors: NONE,
  CustomErrorResponses: NONE,
  Comment: "",
  Logging: { Enabled: "false", IncludeCookies: "false", Bucket: "", Prefix: "" },
  PriceClass: "PriceClass_All",
  Restrictions: { GeoRestriction: { RestrictionType: "none", Quantity: "0" } },
  WebACLId: "",
  HttpVersion: "http2",
  IsIPV6Enabled: "false",
  ContinuousDeploymentPolicyId: "",
  Staging: "false",
};

const DEFAULT_CERTIFICATE: XmlElement = {
  CloudFrontDefaultCertificate: "true",
  SSLSupportMethod: "vip",
  MinimumProtocolVersion: "TLSv1",
  CertificateSource: "cloudfront",
};

const ORIGIN: XmlElement = {
  OriginPath: "",
  CustomHeaders: NONE,
  ConnectionAttempts: "3",
  ConnectionTimeout: "10",
  OriginShield: DISABLED,
  OriginAccessControlId: "",
};

const CUSTOM_ORIGIN: XmlElement = { OriginReadTimeout: "30", OriginKeepaliveTimeout: "5" };

const BEHAVIOR: XmlElement = {
  TrustedSigners: { ...DISABLED, ...NONE },
  TrustedKeyGroups: { ...DISABLED, ...NONE },
  SmoothStreaming: "false",
  Compress: "false",
  LambdaFunctionAssociations: NONE,
  FunctionAssociations: NONE,
  FieldLevelEncryptionId: "",
  GrpcConfig: DISABLED,
};

/**
 * The configuration as CloudFront gives it back.
 *
 * With the default certificate it ignores the TLS version and the support method it was given, so
 * a configuration that sets them differs on every plan.
 *
 * @see https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_ViewerCertificate.html
 */
export function completed(config: XmlElement): XmlElement {
  return {
    ...DISTRIBUTION,
    ...config,
    Origins: mapItems(config.Origins, "Origin", completedOrigin),
    DefaultCacheBehavior: completedBehavior(config.DefaultCacheBehavior),
    CacheBehaviors: mapItems(config.CacheBehaviors, "CacheBehavior", completedBehavior),
    ViewerCertificate: completedCertificate(config.ViewerCertificate),
  };
}

function completedOrigin(origin: XmlValue): XmlElement {
  const { CustomOriginConfig: custom, S3OriginConfig: s3, ...rest } = element(origin);
  return {
    ...ORIGIN,
    ...rest,
    ...(custom === undefined
      ? {}
      : { CustomOriginConfig: { ...CUSTOM_ORIGIN, ...element(custom) } }),
    ...(custom === undefined
      ? { S3OriginConfig: { OriginAccessIdentity: "", ...element(s3) } }
      : {}),
  };
}

function completedBehavior(behavior: XmlValue | undefined): XmlElement {
  return { ...BEHAVIOR, ...element(behavior) };
}

function completedCertificate(given: XmlValue | undefined): XmlElement {
  const own = text(given, "ACMCertificateArn") || text(given, "IAMCertificateId");
  if (own === "") return DEFAULT_CERTIFICATE;
  return { ...element(given), CloudFrontDefaultCertificate: "false" };
}

function mapItems(
  list: XmlValue | undefined,
  name: string,
  complete: (item: XmlValue) => XmlElement,
): XmlElement {
  return listOf(name, items(list).map(complete));
}
