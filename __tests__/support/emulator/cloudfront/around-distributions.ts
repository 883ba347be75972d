// What hangs on a distribution: invalidations, its monitoring subscription, tags of any resource.
import { findDistribution } from "./distributions";
import {
  type Answer,
  answer,
  type Call,
  CloudFrontError,
  newId,
  noContent,
  now,
  type Operation,
} from "./operation";
import { addTags, type CloudFrontState, type Stored } from "./state";
import { element, items, listOf, text, type XmlElement } from "./xml";

/** Invalidations, complete at once. */
export function invalidationOperations(state: CloudFrontState): readonly Operation[] {
  const path = "/distribution/*/invalidation";
  const show = (status: number, { id, changed, config }: Stored): Answer =>
    answer(status, "Invalidation", {
      Id: id,
      Status: "Completed",
      CreateTime: changed,
      InvalidationBatch: config,
    });
  return [
    {
      method: "POST",
      path,
      run: (call) => {
        findDistribution(state, call);
        const invalidation = { id: newId("I"), etag: "", config: call.body, changed: now() };
        state.invalidations.set(invalidation.id, invalidation);
        return show(201, invalidation);
      },
    },
    {
      method: "GET",
      path: `${path}/*`,
      run: (call) => {
        findDistribution(state, call);
        const found = state.invalidations.get(call.ids[1] ?? "");
        if (found !== undefined) return show(200, found);
        throw missing("NoSuchInvalidation", "The specified invalidation does not exist.");
      },
    },
  ];
}

export function monitoringOperations(state: CloudFrontState): readonly Operation[] {
  const path = "/distributions/*/monitoring-subscription";
  const find = (call: Call): [id: string, subscription: XmlElement] => {
    const { id } = findDistribution(state, call);
    const found = state.monitoring.get(id);
    if (found !== undefined) return [id, found];
    throw missing("NoSuchMonitoringSubscription", "A monitoring subscription does not exist.");
  };
  return [
    {
      method: "POST",
      path,
      run: (call) => {
        state.monitoring.set(findDistribution(state, call).id, call.body);
        return answer(200, "MonitoringSubscription", call.body);
      },
    },
    { method: "GET", path, run: (call) => answer(200, "MonitoringSubscription", find(call)[1]) },
    {
      method: "DELETE",
      path,
      run: (call) => {
        state.monitoring.delete(find(call)[0]);
        return { ...noContent(), status: 200 };
      },
    },
  ];
}

export function tagOperations(state: CloudFrontState): readonly Operation[] {
  return [
    {
      method: "GET",
      path: "/tagging",
      run: ({ query }) => {
        const tags = [...(state.tags.get(query.get("Resource") ?? "") ?? [])];
        const Tag = tags.map(([Key, Value]) => ({ Key, Value }));
        const { Items = "" } = listOf("Tag", Tag);
        return answer(200, "Tags", { Items });
      },
    },
    {
      method: "POST",
      path: "/tagging",
      run: ({ query, body }) => {
        const arn = query.get("Resource") ?? "";
        if (query.get("Operation") === "Untag") {
          for (const key of items(body)) state.tags.get(arn)?.delete(text({ key }, "key"));
          return noContent();
        }
        addTags(state, arn, items(element(body)).flat());
        return noContent();
      },
    },
  ];
}

function missing(code: string, message: string): CloudFrontError {
  return new CloudFrontError(404, code, message);
}
