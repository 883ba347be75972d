import { checkDistribution } from "./distribution-checks";
import { completed } from "./distribution-defaults";
import {
  ACCOUNT,
  type Answer,
  answer,
  type Call,
  CloudFrontError,
  checkIfMatch,
  newId,
  noContent,
  now,
  type Operation,
} from "./operation";
import { addTags, type CloudFrontState, type Stored } from "./state";
import { element, items, listOf, text, type XmlElement } from "./xml";

/**
 * Create, read, update, delete and list of distributions. A change is deployed at once; the
 * provider still waits 30 s after it and 15 s after a delete, before it looks.
 */
export function distributionOperations(state: CloudFrontState): readonly Operation[] {
  return [
    { method: "POST", path: "/distribution", run: (call) => create(state, call) },
    { method: "GET", path: "/distribution", run: () => list(state) },
    {
      method: "GET",
      path: "/distribution/*",
      run: (call) => whole(200, findDistribution(state, call)),
    },
    {
      method: "GET",
      path: "/distribution/*/config",
      run: (call) => {
        const { config, etag } = findDistribution(state, call);
        return answer(200, "DistributionConfig", config, { ETag: etag });
      },
    },
    { method: "PUT", path: "/distribution/*/config", run: (call) => update(state, call) },
    {
      method: "DELETE",
      path: "/distribution/*",
      run: (call) => {
        const { id, etag, config } = findDistribution(state, call);
        checkIfMatch(call, etag);
        if (text(config, "Enabled") === "true") {
          throw new CloudFrontError(
            409,
            "DistributionNotDisabled",
            "The distribution you are trying to delete has not been disabled.",
          );
        }
        state.distributions.delete(id);
        state.tags.delete(distributionArn(id));
        return noContent();
      },
    },
  ];
}

/** The distribution of the path's first id. */
export function findDistribution(state: CloudFrontState, { ids }: Call): Stored {
  const found = state.distributions.get(ids[0] ?? "");
  if (found !== undefined) return found;
  throw new CloudFrontError(
    404,
    "NoSuchDistribution",
    "The specified distribution does not exist.",
  );
}

export function distributionArn(id: string): string {
  return `arn:aws:cloudfront::${ACCOUNT}:distribution/${id}`;
}

function create(state: CloudFrontState, { body, query }: Call): Answer {
  const withTags = query.has("WithTags");
  const config = completed(withTags ? element(body.DistributionConfig) : body);
  const reference = text(config, "CallerReference");
  if (
    [...state.distributions.values()].some((it) => text(it.config, "CallerReference") === reference)
  ) {
    throw new CloudFrontError(
      409,
      "DistributionAlreadyExists",
      "The caller reference that you are using to create a distribution is associated with another distribution.",
    );
  }
  const distribution = { id: newId(), etag: newId(), config, changed: now() };
  checkDistribution(state, config, distribution.id);
  state.distributions.set(distribution.id, distribution);
  if (withTags) addTags(state, distributionArn(distribution.id), items(element(body.Tags)));
  return whole(201, distribution);
}

function update(state: CloudFrontState, call: Call): Answer {
  const { id, etag, config: before } = findDistribution(state, call);
  checkIfMatch(call, etag);
  const config = completed(call.body);
  if (text(config, "CallerReference") !== text(before, "CallerReference")) {
    throw new CloudFrontError(
      400,
      "IllegalUpdate",
      "The update contains a changed CallerReference.",
    );
  }
  checkDistribution(state, config, id);
  const distribution = { id, etag: newId(), config, changed: now() };
  state.distributions.set(id, distribution);
  return whole(200, distribution);
}

function list(state: CloudFrontState): Answer {
  const summaries = [...state.distributions.values()].map((it) => ({ ...head(it), ...it.config }));
  const page = { Marker: "", MaxItems: "100", IsTruncated: "false" };
  return answer(200, "DistributionList", { ...page, ...listOf("DistributionSummary", summaries) });
}

function whole(status: number, distribution: Stored): Answer {
  const signers = { Enabled: "false", Quantity: "0" };
  const content = {
    ...head(distribution),
    InProgressInvalidationBatches: "0",
    ActiveTrustedSigners: signers,
    ActiveTrustedKeyGroups: signers,
    DistributionConfig: distribution.config,
  };
  const { id, etag } = distribution;
  const location = `https://cloudfront.amazonaws.com/2020-05-31/distribution/${id}`;
  return answer(status, "Distribution", content, { ETag: etag, Location: location });
}

function head({ id, changed }: Stored): XmlElement {
  return {
    Id: id,
    ARN: distributionArn(id),
    Status: "Deployed",
    LastModifiedTime: changed,
    DomainName: `d${id.toLowerCase()}.cloudfront.net`,
  };
}
