import {
  CloudfrontDistribution,
  type CloudfrontDistributionDefaultCacheBehaviorFunctionAssociation,
  type CloudfrontDistributionOrigin,
} from "@cdktf/provider-aws/lib/cloudfront-distribution";
import { Lazy } from "cdktf";
import { Construct } from "constructs";
import type { BehaviorProps } from "./behavior";
import { CustomDomain } from "./custom-domain";
import type { DistributionProps } from "./distribution-props";
import { EdgeFunction } from "./edge-function";
import { AccessLogs } from "./operations/access-logs";
import { addErrorAlarm } from "./operations/error-alarm";
import { WebAcl } from "./operations/web-acl";
import type { IOrigin } from "./origins/origin";
import { behaviorId } from "./private/behavior-id";
import { behaviorSteps } from "./private/behavior-steps";
import { validateBound, validateDistribution } from "./private/check-distribution";
import { fittingName } from "./private/name-limit";
import { renderBehavior } from "./private/render-behavior";
import { renderOriginGroups, renderRestriction } from "./private/render-distribution";
import { usEast1 } from "./us-east-1";

/** One CloudFront distribution in front of several origins, so that the browser sees one. */
export class Distribution extends Construct {
  readonly distribution: CloudfrontDistribution;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: DistributionProps,
  ) {
    super(scope, id);
    validateDistribution(this.node.path, props);
    // Also when nothing of this stack is there yet: what once was can only be taken away through it.
    usEast1(this);
    const { name, operations = {} } = props;
    const domain =
      props.domain === undefined ? undefined : new CustomDomain(this, "domain", props.domain);

    this.distribution = new CloudfrontDistribution(this, "Resource", {
      enabled: true,
      aliases: props.domain === undefined ? undefined : [...props.domain.names],
      comment: props.comment,
      defaultRootObject: (props.defaultRootObject ?? "index.html") || undefined,
      httpVersion: props.httpVersion,
      isIpv6Enabled: props.ipv6,
      priceClass: props.priceClass,
      tags: props.tags,
      webAclId: this.webAclArn(),
      origin: Object.entries(props.origins).map(([originId, origin]) =>
        this.bind(origin, originId),
      ),
      originGroup: renderOriginGroups(props.originGroups),
      defaultCacheBehavior: renderBehavior(
        props.defaultBehavior,
        this.functions("default", props.defaultBehavior),
      ),
      orderedCacheBehavior: props.routes?.map((route) => ({
        pathPattern: route.pathPattern,
        ...renderBehavior(route, this.functions(behaviorId(route.pathPattern), route)),
      })),
      restrictions: { geoRestriction: renderRestriction(props.geoRestriction) },
      viewerCertificate: domain?.viewerCertificate ?? { cloudfrontDefaultCertificate: true },
    });

    domain?.addRecords(this.distribution);
    if (operations.accessLogs !== undefined) {
      new AccessLogs(this, "logs", this.distribution, { name, ...operations.accessLogs });
    }
    if (operations.errorAlarm !== undefined) {
      addErrorAlarm(this, this.distribution, { name, ...operations.errorAlarm });
    }
  }

  /** Gives each origin a scope of its own, so that two origins never clash over construct ids. */
  private bind(origin: IOrigin, originId: string): CloudfrontDistributionOrigin {
    const arn = Lazy.stringValue({ produce: () => this.distribution.arn });
    // And apart from the distribution's own parts: an origin may be called like one of them.
    const origins = this.node.tryFindChild("Origins") ?? new Construct(this, "Origins");
    const bound = origin.bind(new Construct(origins as Construct, originId), originId, {
      name: this.props.name,
      arn,
    });
    validateBound(this.node.path, bound, this.props.domain?.names);
    return bound;
  }

  private functions(
    id: string,
    behavior: BehaviorProps,
  ): CloudfrontDistributionDefaultCacheBehaviorFunctionAssociation[] {
    return behaviorSteps(behavior, this.props.domain).map(({ event, steps }) => {
      const { function: edge } = new EdgeFunction(this, `${id}_${event.replace("-", "_")}`, {
        functionName: fittingName(
          "CloudFront function",
          `${this.props.name}-${id}${event === "viewer-response" ? "-res" : ""}`,
        ),
        event,
        steps,
      });
      return { eventType: event, functionArn: edge.arn };
    });
  }

  private webAclArn(): string | undefined {
    const webAcl = this.props.operations?.webAcl;
    if (webAcl === undefined) return undefined;
    if ("arn" in webAcl) return webAcl.arn;
    return new WebAcl(this, "web_acl", { name: this.props.name, ...webAcl }).arn;
  }
}
