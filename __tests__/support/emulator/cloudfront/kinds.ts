// Resources that differ only in names: policies, access controls, identities, keys.
import { MANAGED } from "./managed-policies";
import {
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
import { type CloudFrontState, kind, type Stored } from "./state";
import { findAll, listOf, text, type XmlElement } from "./xml";

interface Kind {
  readonly path: string;
  /** The root of answers; the configuration's element is this and `Config`. */
  readonly root: string;
  /** What errors call it. */
  readonly missing: string;
  readonly exists: string;
  readonly inUse: string;
  /** The element of the configuration that is unique in the account. */
  readonly unique: string;
  /** The element by which others refer to it, and the text found there. */
  readonly reference: { readonly element: string; readonly text: (id: string) => string };
  /** Whether an update goes to `/{id}/config` instead of `/{id}`. */
  readonly updatesConfig: boolean;
  readonly newId: () => string;
  readonly extra: (stored: Stored) => XmlElement;
  /** One entry of a list. */
  readonly summary: (stored: Stored, whole: XmlElement) => XmlElement;
}

const same = (id: string): string => id;
const uuid = (): string => crypto.randomUUID();

function policy(path: string, root: string): Kind {
  return {
    path,
    root,
    missing: `NoSuch${root}`,
    exists: `${root}AlreadyExists`,
    inUse: `${root}InUse`,
    unique: "Name",
    reference: { element: `${root}Id`, text: same },
    updatesConfig: false,
    newId: uuid,
    extra: ({ changed }) => ({ LastModifiedTime: changed }),
    summary: ({ id }, whole) => ({
      Type: MANAGED[path]?.[id] === undefined ? "custom" : "managed",
      [root]: whole,
    }),
  };
}

const KINDS: readonly Kind[] = [
  policy("cache-policy", "CachePolicy"),
  policy("origin-request-policy", "OriginRequestPolicy"),
  policy("response-headers-policy", "ResponseHeadersPolicy"),
  {
    ...policy("origin-access-control", "OriginAccessControl"),
    updatesConfig: true,
    newId,
    extra: () => ({}),
    summary: ({ id, config }) => ({ Id: id, ...config }),
  },
  {
    ...policy("origin-access-identity/cloudfront", "CloudFrontOriginAccessIdentity"),
    unique: "CallerReference",
    reference: {
      element: "OriginAccessIdentity",
      text: (id) => `origin-access-identity/cloudfront/${id}`,
    },
    updatesConfig: true,
    newId,
    extra: ({ id }) => ({ S3CanonicalUserId: Buffer.from(id).toString("hex").padEnd(64, "0") }),
    summary: ({ id, config }) => ({ Id: id, Comment: config.Comment }),
  },
  {
    ...policy("public-key", "PublicKey"),
    reference: { element: "PublicKey", text: same },
    updatesConfig: true,
    newId: () => newId("K"),
    extra: ({ changed }) => ({ CreatedTime: changed }),
    summary: ({ id, changed, config }) => ({ Id: id, CreatedTime: changed, ...config }),
  },
  {
    ...policy("key-group", "KeyGroup"),
    missing: "NoSuchResource",
    inUse: "ResourceInUse",
    reference: { element: "KeyGroup", text: same },
    summary: (_, whole) => ({ KeyGroup: whole }),
  },
];

/** Create, read, update, delete and list of every kind. */
export function kindOperations(state: CloudFrontState): readonly Operation[] {
  for (const [path, policies] of Object.entries(MANAGED)) {
    for (const [id, config] of Object.entries(policies)) {
      kind(state, path).set(id, { id, etag: newId(), config, changed: now() });
    }
  }
  return KINDS.flatMap((each) => operationsOf(state, each));
}

function operationsOf(state: CloudFrontState, of: Kind): readonly Operation[] {
  const stored = kind(state, of.path);
  const [all, one, config] = [`/${of.path}`, `/${of.path}/*`, `/${of.path}/*/config`];
  const find = (call: Call): Stored => found(of, stored, call.ids[0] ?? "");
  const whole = (resource: Stored): XmlElement => ({
    Id: resource.id,
    ...of.extra(resource),
    [`${of.root}Config`]: resource.config,
  });
  const save = (status: number, resource: Stored): Answer => {
    refuseTakenName(of, stored, resource);
    stored.set(resource.id, resource);
    return answer(status, of.root, whole(resource), { ETag: resource.etag });
  };
  return [
    {
      method: "POST",
      path: all,
      run: ({ body }) => save(201, { id: of.newId(), etag: newId(), config: body, changed: now() }),
    },
    {
      method: "GET",
      path: all,
      run: ({ query }) => {
        const entries = [...stored.values()]
          .map((resource) => of.summary(resource, whole(resource)))
          .filter(({ Type }) => !query.has("Type") || Type === query.get("Type"));
        const name = `${of.root}Summary`;
        const page = { MaxItems: "100", IsTruncated: "false", ...listOf(name, entries) };
        return answer(200, `${of.root}List`, page);
      },
    },
    {
      method: "GET",
      path: one,
      run: (call) => answer(200, of.root, whole(find(call)), { ETag: find(call).etag }),
    },
    {
      method: "GET",
      path: config,
      run: (call) => answer(200, `${of.root}Config`, find(call).config, { ETag: find(call).etag }),
    },
    {
      method: "PUT",
      path: of.updatesConfig ? config : one,
      run: (call) => {
        const { id, etag } = find(call);
        checkIfMatch(call, etag);
        return save(200, { id, etag: newId(), config: call.body, changed: now() });
      },
    },
    {
      method: "DELETE",
      path: one,
      run: (call) => {
        const { id, etag } = find(call);
        checkIfMatch(call, etag);
        refuseInUse(state, of, id);
        stored.delete(id);
        return noContent();
      },
    },
  ];
}

function found(of: Kind, stored: ReadonlyMap<string, Stored>, id: string): Stored {
  const resource = stored.get(id);
  if (resource !== undefined) return resource;
  throw new CloudFrontError(404, of.missing, `The specified ${of.root} does not exist: ${id}`);
}

function refuseTakenName(
  of: Kind,
  stored: ReadonlyMap<string, Stored>,
  { id, config }: Stored,
): void {
  const name = text(config, of.unique);
  const taken = [...stored.values()].some(
    (other) => other.id !== id && text(other.config, of.unique) === name,
  );
  if (!taken) return;
  throw new CloudFrontError(409, of.exists, `A ${of.root} with this ${of.unique} exists: ${name}`);
}

function refuseInUse(state: CloudFrontState, of: Kind, id: string): void {
  const users = [...state.distributions.values(), ...kind(state, "key-group").values()];
  const { element, text: textOf } = of.reference;
  const user = users.find(({ config }) => findAll(config, element).includes(textOf(id)));
  if (user === undefined) return;
  throw new CloudFrontError(409, of.inUse, `The ${of.root} ${id} is in use by ${user.id}`);
}
