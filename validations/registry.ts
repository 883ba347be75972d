// Every rule, by id. A rule that is missing here does not run; a test compares this list with the files.
import type { Rule } from "./rule";
import { noAliasOutsideCertificate } from "./rules/no-alias-outside-certificate";
import { noAliasWithoutCertificate } from "./rules/no-alias-without-certificate";
import { noAmbiguousOriginType } from "./rules/no-ambiguous-origin-type";
import { noApiRootOutsideBehavior } from "./rules/no-api-root-outside-behavior";
import { noAuthorizationInOriginRequestPolicy } from "./rules/no-authorization-in-origin-request-policy";
import { noBasePathMismatch } from "./rules/no-base-path-mismatch";
import { noBlockedApiMethod } from "./rules/no-blocked-api-method";
import { noBlockedPreflight } from "./rules/no-blocked-preflight";
import { noCachedAuthorizer } from "./rules/no-cached-authorizer";
import { noCertificateOutsideUsEast1 } from "./rules/no-certificate-outside-us-east-1";
import { noCookiesInAccessLogs } from "./rules/no-cookies-in-access-logs";
import { noCookiesToBucket } from "./rules/no-cookies-to-bucket";
import { noCredentialsForAnyOrigin } from "./rules/no-credentials-for-any-origin";
import { noCredentialsInBackend } from "./rules/no-credentials-in-backend";
import { noDanglingDnsRecord } from "./rules/no-dangling-dns-record";
import { noDefaultEndpointBesideCustomDomain } from "./rules/no-default-endpoint-beside-custom-domain";
import { noDroppedAuthorization } from "./rules/no-dropped-authorization";
import { noDroppedQueryString } from "./rules/no-dropped-query-string";
import { noDuplicateOriginId } from "./rules/no-duplicate-origin-id";
import { noDuplicatePathPattern } from "./rules/no-duplicate-path-pattern";
import { noEdgeOptimizedApi } from "./rules/no-edge-optimized-api";
import { noEmptyGeoRestriction } from "./rules/no-empty-geo-restriction";
import { noErrorPageOverApi } from "./rules/no-error-page-over-api";
import { noExceededLimit } from "./rules/no-exceeded-limit";
import { noExceededQuota } from "./rules/no-exceeded-quota";
import { noExtensionPatternOverApi } from "./rules/no-extension-pattern-over-api";
import { noForbiddenOriginHeader } from "./rules/no-forbidden-origin-header";
import { noForwardedHost } from "./rules/no-forwarded-host";
import { noHttpOnlyOrigin } from "./rules/no-http-only-origin";
import { noHttpsToLoadBalancerName } from "./rules/no-https-to-load-balancer-name";
import { noIamRouteBehindDistribution } from "./rules/no-iam-route-behind-distribution";
import { noIllegalMethodSet } from "./rules/no-illegal-method-set";
import { noIncompleteErrorPage } from "./rules/no-incomplete-error-page";
import { noInvalidPathPattern } from "./rules/no-invalid-path-pattern";
import { noKeyWithoutCaching } from "./rules/no-key-without-caching";
import { noLeadingSlashInRootObject } from "./rules/no-leading-slash-in-root-object";
import { noLegacyViewerTls } from "./rules/no-legacy-viewer-tls";
import { noLiteralSecret } from "./rules/no-literal-secret";
import { noLoggedRequestBodies } from "./rules/no-logged-request-bodies";
import { noLogsToOwnerEnforcedBucket } from "./rules/no-logs-to-owner-enforced-bucket";
import { noMalformedAlias } from "./rules/no-malformed-alias";
import { noMalformedOriginDomain } from "./rules/no-malformed-origin-domain";
import { noMalformedOriginPath } from "./rules/no-malformed-origin-path";
import { noMalformedSuppression } from "./rules/no-malformed-suppression";
import { noMangledToken } from "./rules/no-mangled-token";
import { noMatchViewerWithHttpViewers } from "./rules/no-match-viewer-with-http-viewers";
import { noMinimumTtlOverApi } from "./rules/no-minimum-ttl-over-api";
import { noMisplacedOriginAccessControl } from "./rules/no-misplaced-origin-access-control";
import { noMissingRootObject } from "./rules/no-missing-root-object";
import { noMixedCacheSettings } from "./rules/no-mixed-cache-settings";
import { noMixedEdgeFunctions } from "./rules/no-mixed-edge-functions";
import { noOldTlsToOrigin } from "./rules/no-old-tls-to-origin";
import { noOmittedTtl } from "./rules/no-omitted-ttl";
import { noOpenBucketOrigin } from "./rules/no-open-bucket-origin";
import { noPlainHttpBucket } from "./rules/no-plain-http-bucket";
import { noPlainHttpViewers } from "./rules/no-plain-http-viewers";
import { noPrivateApiOrigin } from "./rules/no-private-api-origin";
import { noPublicBucket } from "./rules/no-public-bucket";
import { noShadowedBehavior } from "./rules/no-shadowed-behavior";
import { noSharedAuthorizedResponse } from "./rules/no-shared-authorized-response";
import { noSslv3ToOrigin } from "./rules/no-sslv3-to-origin";
import { noStageMismatch } from "./rules/no-stage-mismatch";
import { noStaleDeployment } from "./rules/no-stale-deployment";
import { noTlsSettingWithoutCertificate } from "./rules/no-tls-setting-without-certificate";
import { noTtlOutOfOrder } from "./rules/no-ttl-out-of-order";
import { noUnencryptedState } from "./rules/no-unencrypted-state";
import { noUnescapedTemplate } from "./rules/no-unescaped-template";
import { noUnguardedBucket } from "./rules/no-unguarded-bucket";
import { noUnkeyedCookies } from "./rules/no-unkeyed-cookies";
import { noUnknownTargetOrigin } from "./rules/no-unknown-target-origin";
import { noUnlockedState } from "./rules/no-unlocked-state";
import { noUnpinnedBucketPolicy } from "./rules/no-unpinned-bucket-policy";
import { noUnpublishedEdgeLambda } from "./rules/no-unpublished-edge-lambda";
import { noUnreachableApiPath } from "./rules/no-unreachable-api-path";
import { noUnscopedLambdaPermission } from "./rules/no-unscoped-lambda-permission";
import { noUnsupportedOriginTls } from "./rules/no-unsupported-origin-tls";
import { noUnusableWebAcl } from "./rules/no-unusable-web-acl";
import { noUnusedOrigin } from "./rules/no-unused-origin";
import { noUnusedSuppression } from "./rules/no-unused-suppression";
import { noWafBypass } from "./rules/no-waf-bypass";
import { noWebsiteEndpointOrigin } from "./rules/no-website-endpoint-origin";
import { noWritesToBucket } from "./rules/no-writes-to-bucket";

/** All rules, in the order of their ids. */
export const rules: readonly Rule[] = [
  noAliasOutsideCertificate,
  noAliasWithoutCertificate,
  noAmbiguousOriginType,
  noApiRootOutsideBehavior,
  noAuthorizationInOriginRequestPolicy,
  noBasePathMismatch,
  noBlockedApiMethod,
  noBlockedPreflight,
  noCachedAuthorizer,
  noCertificateOutsideUsEast1,
  noCookiesInAccessLogs,
  noCookiesToBucket,
  noCredentialsForAnyOrigin,
  noCredentialsInBackend,
  noDanglingDnsRecord,
  noDefaultEndpointBesideCustomDomain,
  noDroppedAuthorization,
  noDroppedQueryString,
  noDuplicateOriginId,
  noDuplicatePathPattern,
  noEdgeOptimizedApi,
  noEmptyGeoRestriction,
  noErrorPageOverApi,
  noExceededLimit,
  noExceededQuota,
  noExtensionPatternOverApi,
  noForbiddenOriginHeader,
  noForwardedHost,
  noHttpOnlyOrigin,
  noHttpsToLoadBalancerName,
  noIamRouteBehindDistribution,
  noIllegalMethodSet,
  noIncompleteErrorPage,
  noInvalidPathPattern,
  noKeyWithoutCaching,
  noLeadingSlashInRootObject,
  noLegacyViewerTls,
  noLiteralSecret,
  noLoggedRequestBodies,
  noLogsToOwnerEnforcedBucket,
  noMalformedAlias,
  noMalformedOriginDomain,
  noMalformedOriginPath,
  noMalformedSuppression,
  noMangledToken,
  noMatchViewerWithHttpViewers,
  noMinimumTtlOverApi,
  noMisplacedOriginAccessControl,
  noMissingRootObject,
  noMixedCacheSettings,
  noMixedEdgeFunctions,
  noOldTlsToOrigin,
  noOmittedTtl,
  noOpenBucketOrigin,
  noPlainHttpBucket,
  noPlainHttpViewers,
  noPrivateApiOrigin,
  noPublicBucket,
  noShadowedBehavior,
  noSharedAuthorizedResponse,
  noSslv3ToOrigin,
  noStageMismatch,
  noStaleDeployment,
  noTlsSettingWithoutCertificate,
  noTtlOutOfOrder,
  noUnencryptedState,
  noUnescapedTemplate,
  noUnguardedBucket,
  noUnkeyedCookies,
  noUnknownTargetOrigin,
  noUnlockedState,
  noUnpinnedBucketPolicy,
  noUnpublishedEdgeLambda,
  noUnreachableApiPath,
  noUnscopedLambdaPermission,
  noUnsupportedOriginTls,
  noUnusableWebAcl,
  noUnusedOrigin,
  noUnusedSuppression,
  noWafBypass,
  noWebsiteEndpointOrigin,
  noWritesToBucket,
];
