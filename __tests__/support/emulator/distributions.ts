// What the emulated account's distributions were given.
import { distributionArn } from "./cloudfront/distributions";
import type { CloudFrontState } from "./cloudfront/state";
import { element, findAll, items, text, type XmlElement } from "./cloudfront/xml";
import type { Emulator } from "./emulator";

/** One origin of a distribution. */
export interface DeployedOrigin {
  readonly id: string;
  readonly domainName: string;
  /** Headers that CloudFront adds, by name. */
  readonly customHeaders: Readonly<Record<string, string>>;
}

/**
 * The configuration of the distribution that has the name as its comment or, from the tags of its
 * stack, as project, environment and stack. @throws when there is none
 */
export function distributionNamed({ cloudfront }: Emulator, name: string): XmlElement {
  const all = [...cloudfront.distributions.values()];
  const found = all.find(({ config, id }) =>
    [text(config, "Comment"), stackName(cloudfront, id)].includes(name),
  );
  if (found !== undefined) return found.config;
  const others = all.map(({ id }) => stackName(cloudfront, id)).join(", ");
  throw new Error(`no distribution is called ${name}; there are those of ${others}`);
}

export function originsOf(config: XmlElement): readonly DeployedOrigin[] {
  return items(config.Origins).map((origin) => ({
    id: text(origin, "Id"),
    domainName: text(origin, "DomainName"),
    customHeaders: Object.fromEntries(
      findAll(element(origin).CustomHeaders, "OriginCustomHeader").map((header) => [
        text(header, "HeaderName"),
        text(header, "HeaderValue"),
      ]),
    ),
  }));
}

function stackName({ tags }: CloudFrontState, id: string): string {
  const found = tags.get(distributionArn(id));
  return ["Project", "Environment", "Stack"].map((key) => found?.get(key)).join("-");
}
