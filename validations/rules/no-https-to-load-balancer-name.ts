// No certificate can name a load balancer's own domain, so the handshake fails with a 502.
import { blocks } from "../../synthesized/stack";
import { checkOrigins } from "../check";
import { behaviorsOf } from "../facts/distribution";
import { forwardingOf, sendsHeader } from "../facts/forwarding";
import { originKind } from "../facts/origin-kind";
import { textOf, UNKNOWN } from "../facts/value";
import { undecided, violation } from "../outcome";
import type { Rule } from "../rule";

/** When `Host` is forwarded, CloudFront accepts a certificate for that name instead. */
export const noHttpsToLoadBalancerName: Rule = {
  id: "no-https-to-load-balancer-name",
  severity: "error",
  summary:
    "HTTPS must not be used to the own name of a load balancer or Elastic Beanstalk environment.",
  fix: "Point a record of a domain of yours at the load balancer, give it a certificate, and use that domain as the origin.",
  link: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-https-cloudfront-to-custom-origin.html",
  check: (stack) =>
    checkOrigins(stack, (origin, distribution) => {
      const kind = originKind(stack, origin);
      const [custom] = blocks(origin.config.custom_origin_config);
      const policy = textOf(stack, custom?.origin_protocol_policy);
      if (policy === "http-only" || custom === undefined) return undefined;
      if (kind !== UNKNOWN && kind !== "load-balancer" && kind !== "beanstalk") return undefined;
      const hosts = behaviorsOf(distribution, origin).map(({ config }) =>
        sendsHeader(forwardingOf(stack, config), "host"),
      );
      if (hosts.every((host) => host === true) && hosts.length > 0) return undefined;
      if (kind === UNKNOWN) return undecided("domain_name");
      if (policy === UNKNOWN) return undecided("origin_protocol_policy");
      if (!hosts.includes(false)) return undecided("whether Host is forwarded");
      const name = JSON.stringify(origin.config.domain_name);
      return violation(`is reached over "${policy}" at ${name}, which no certificate can name`);
    }),
};
