// CloudFront functions with their two stages.
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
import type { CloudFrontState, FunctionVersion, StoredFunction } from "./state";
import { element, findAll, listOf, text, type XmlElement } from "./xml";

const SIZE_LIMIT = 10_240;
const RUNTIMES = ["cloudfront-js-1.0", "cloudfront-js-2.0"];

type Stage = "DEVELOPMENT" | "LIVE";

/** Create, read, update, publish, delete and list of functions. */
export function functionOperations(state: CloudFrontState): readonly Operation[] {
  const one = "/function/*";
  const store = (it: StoredFunction): void => void state.functions.set(it.name, it);
  return [
    { method: "POST", path: "/function", run: (call) => create(state, call) },
    {
      method: "GET",
      path: "/function",
      run: ({ query }) => {
        const stages = query.has("Stage") ? [stageOf(query)] : (["DEVELOPMENT", "LIVE"] as const);
        const summaries = [...state.functions.values()].flatMap((it) =>
          stages.flatMap((stage) => {
            const version = stage === "LIVE" ? it.live : it.development;
            return version === undefined ? [] : [summary(it, version, stage)];
          }),
        );
        const page = { MaxItems: "100", ...listOf("FunctionSummary", summaries) };
        return answer(200, "FunctionList", page);
      },
    },
    {
      method: "GET",
      path: one,
      run: (call) => {
        const { etag, code } = versionOf(find(state, call), stageOf(call.query));
        const headers = { ETag: etag, "Content-Type": "application/octet-stream" };
        return { status: 200, headers, body: code };
      },
    },
    {
      method: "GET",
      path: `${one}/describe`,
      run: (call) => show(200, find(state, call), stageOf(call.query)),
    },
    {
      method: "PUT",
      path: one,
      run: (call) => {
        const before = find(state, call);
        checkIfMatch(call, before.development.etag);
        const after = { ...before, development: versionFrom(call.body) };
        store(after);
        const { headers, ...shown } = show(200, after, "DEVELOPMENT");
        // That is how the API spells it here, and how its clients read it.
        return { ...shown, headers: { ...headers, ETtag: after.development.etag } };
      },
    },
    {
      method: "POST",
      path: `${one}/publish`,
      run: (call) => {
        const before = find(state, call);
        checkIfMatch(call, before.development.etag);
        const after = { ...before, live: { ...before.development, etag: newId(), changed: now() } };
        store(after);
        return show(200, after, "LIVE");
      },
    },
    {
      method: "DELETE",
      path: one,
      run: (call) => {
        const { name, development } = find(state, call);
        checkIfMatch(call, development.etag);
        refuseInUse(state, name);
        state.functions.delete(name);
        return noContent();
      },
    },
  ];
}

function create(state: CloudFrontState, { body }: Call): Answer {
  const name = text(body, "Name");
  if (state.functions.has(name)) {
    throw new CloudFrontError(
      409,
      "FunctionAlreadyExists",
      `A function with the name ${name} already exists in this account.`,
    );
  }
  if (!/^[a-zA-Z0-9_-]{1,64}$/.test(name)) {
    throw new CloudFrontError(400, "InvalidArgument", `The function name is not valid: ${name}`);
  }
  const created = { name, created: now(), development: versionFrom(body) };
  state.functions.set(name, created);
  return show(201, created, "DEVELOPMENT");
}

function versionFrom(body: XmlElement): FunctionVersion {
  const config = element(body.FunctionConfig);
  const code = Buffer.from(text(body, "FunctionCode"), "base64");
  if (code.length > SIZE_LIMIT) {
    throw new CloudFrontError(
      413,
      "FunctionSizeLimitExceeded",
      `The function is too large: ${code.length} bytes. The maximum size is ${SIZE_LIMIT} bytes.`,
    );
  }
  if (!RUNTIMES.includes(text(config, "Runtime"))) {
    throw new CloudFrontError(
      400,
      "InvalidArgument",
      `Unknown runtime: ${text(config, "Runtime")}`,
    );
  }
  return { etag: newId(), config, code, changed: now() };
}

function find(state: CloudFrontState, { ids }: Call): StoredFunction {
  const found = state.functions.get(ids[0] ?? "");
  if (found !== undefined) return found;
  throw new CloudFrontError(404, "NoSuchFunctionExists", "The specified function does not exist.");
}

function versionOf({ development, live }: StoredFunction, stage: Stage): FunctionVersion {
  const version = stage === "LIVE" ? live : development;
  if (version !== undefined) return version;
  throw new CloudFrontError(404, "NoSuchFunctionExists", "The specified function does not exist.");
}

function stageOf(query: URLSearchParams): Stage {
  return query.get("Stage") === "LIVE" ? "LIVE" : "DEVELOPMENT";
}

function show(status: number, it: StoredFunction, stage: Stage): Answer {
  const version = versionOf(it, stage);
  return answer(status, "FunctionSummary", summary(it, version, stage), { ETag: version.etag });
}

function summary(it: StoredFunction, version: FunctionVersion, stage: Stage): XmlElement {
  return {
    Name: it.name,
    Status: it.live === undefined ? "UNPUBLISHED" : "DEPLOYED",
    FunctionConfig: version.config,
    FunctionMetadata: {
      FunctionARN: functionArn(it.name),
      Stage: stage,
      CreatedTime: it.created,
      LastModifiedTime: version.changed,
    },
  };
}

function functionArn(name: string): string {
  return `arn:aws:cloudfront::${ACCOUNT}:function/${name}`;
}

function refuseInUse(state: CloudFrontState, name: string): void {
  const users = [...state.distributions.values()];
  const user = users.find(({ config }) =>
    findAll(config, "FunctionARN").includes(functionArn(name)),
  );
  if (user === undefined) return;
  throw new CloudFrontError(
    409,
    "FunctionInUse",
    `Cannot delete the function ${name}: it is in use by ${user.id}.`,
  );
}
