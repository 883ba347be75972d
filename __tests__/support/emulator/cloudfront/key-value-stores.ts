// Key value stores without their keys, which have an API of their own on another host.
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
import type { CloudFrontState, StoredKeyValueStore } from "./state";
import { findAll, listOf, text, type XmlElement } from "./xml";

/** Create, read, update, delete and list of key value stores, ready at once. */
export function keyValueStoreOperations(state: CloudFrontState): readonly Operation[] {
  const one = "/key-value-store/*";
  const save = (status: number, store: StoredKeyValueStore): Answer => {
    state.keyValueStores.set(store.name, store);
    return show(status, store);
  };
  return [
    {
      method: "POST",
      path: "/key-value-store",
      run: ({ body }) => {
        const name = text(body, "Name");
        if (state.keyValueStores.has(name)) {
          throw new CloudFrontError(409, "EntityAlreadyExists", `The store exists: ${name}`);
        }
        const id = crypto.randomUUID();
        const arn = `arn:aws:cloudfront::${ACCOUNT}:key-value-store/${id}`;
        return save(201, {
          id,
          arn,
          name,
          comment: body.Comment,
          etag: newId(),
          changed: now(),
        });
      },
    },
    {
      method: "GET",
      path: "/key-value-store",
      run: () => {
        const stores = [...state.keyValueStores.values()].map(content);
        const page = { MaxItems: "100", ...listOf("KeyValueStore", stores) };
        return answer(200, "KeyValueStoreList", page);
      },
    },
    { method: "GET", path: one, run: (call) => show(200, find(state, call)) },
    {
      method: "PUT",
      path: one,
      run: (call) => {
        const store = find(state, call);
        checkIfMatch(call, store.etag);
        return save(200, { ...store, comment: call.body.Comment, etag: newId(), changed: now() });
      },
    },
    {
      method: "DELETE",
      path: one,
      run: (call) => {
        const { name, arn, etag } = find(state, call);
        checkIfMatch(call, etag);
        refuseInUse(state, arn);
        state.keyValueStores.delete(name);
        return noContent();
      },
    },
  ];
}

function find(state: CloudFrontState, { ids }: Call): StoredKeyValueStore {
  const found = state.keyValueStores.get(ids[0] ?? "");
  if (found !== undefined) return found;
  throw new CloudFrontError(404, "EntityNotFound", "The specified key value store does not exist.");
}

function show(status: number, store: StoredKeyValueStore): Answer {
  return answer(status, "KeyValueStore", content(store), { ETag: store.etag });
}

function content({ name, id, comment, arn, changed }: StoredKeyValueStore): XmlElement {
  return {
    Name: name,
    Id: id,
    Comment: comment,
    ARN: arn,
    Status: "READY",
    LastModifiedTime: changed,
  };
}

function refuseInUse(state: CloudFrontState, arn: string): void {
  const user = [...state.functions.values()].find(({ development, live }) =>
    [development.config, live?.config].some((config) =>
      findAll(config, "KeyValueStoreARN").includes(arn),
    ),
  );
  if (user === undefined) return;
  throw new CloudFrontError(
    409,
    "CannotDeleteEntityWhileInUse",
    `The key value store is associated with the function ${user.name}.`,
  );
}
