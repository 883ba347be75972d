import { DataAwsRoute53Zone } from "@cdktf/provider-aws/lib/data-aws-route53-zone";
import { TerraformStack, Token } from "cdktf";
import { Construct } from "constructs";

/** A public hosted zone in Route 53, by name or by id. */
export type HostedZone = { readonly name: string } | { readonly id: string };

/**
 * Says why a name cannot have a record in a hosted zone, or nothing. A zone that is known by id is
 * left to Route 53.
 */
export function zoneProblem(name: string, zone: HostedZone): string | undefined {
  if ("id" in zone || Token.isUnresolved(zone.name)) return undefined;
  const root = zone.name.toLowerCase().replace(/\.$/, "");
  if (name === root || name.endsWith(`.${root}`)) return undefined;
  return `is not in the hosted zone "${zone.name}", so Route 53 refuses its record`;
}

/** The id of a hosted zone; a zone that is known by name is looked up once in a stack. */
export function hostedZoneId(scope: Construct, zone: HostedZone): string {
  if ("id" in zone) return zone.id;
  const stack = TerraformStack.of(scope);
  const zones = stack.node.tryFindChild("HostedZones") ?? new Construct(stack, "HostedZones");
  const id = zone.name
    .toLowerCase()
    .replace(/[^a-z0-9-]/g, "_")
    .replace(/^(?![a-z])/, "_");
  const known = zones.node.tryFindChild(id) as DataAwsRoute53Zone | undefined;
  return (known ?? new DataAwsRoute53Zone(zones, id, { name: zone.name, privateZone: false }))
    .zoneId;
}
