import { createHash, createHmac } from "node:crypto";
import type {
  FunctionRuntime,
  SandboxProgram,
} from "../../../../preview/functions/sandbox/messages";
import { createSandbox } from "../../../../preview/functions/sandbox/sandbox";

async function evaluate(
  expression: string,
  changes: Partial<SandboxProgram> = {},
  eventType = "viewer-request",
): Promise<unknown> {
  const code =
    `var cf; async function handler(event) { ${changes.runtime === "cloudfront-js-1.0" ? "" : 'cf = $import("cloudfront");'} return ${expression}; }`.replace(
      changes.runtime === "cloudfront-js-1.0" ? "async " : "\0",
      "",
    );
  const sandbox = await createSandbox({
    name: "test",
    code,
    runtime: "cloudfront-js-2.0",
    pairs: {},
    ...changes,
  });
  const outcome = await sandbox.run({
    event: { context: { eventType }, request: {} },
    now: 0,
    seed: 1,
  });
  await sandbox.close();
  return outcome.kind === "returned" ? outcome.value : outcome.reason;
}

const OLDER: { runtime: FunctionRuntime } = { runtime: "cloudfront-js-1.0" };

describe("the module crypto", () => {
  it.each(["md5", "sha1", "sha256"])("hashes by %s as Node does", async (algorithm) => {
    const expected = createHash(algorithm).update("grüße").update("x").digest("hex");
    expect(
      await evaluate(
        `require("crypto").createHash("${algorithm}").update("grüße").update("x").digest("hex")`,
      ),
    ).toBe(expected);
  });

  it.each(["hex", "base64", "base64url"] as const)("gives an HMAC in %s", async (encoding) => {
    const expected = createHmac("sha256", "secret").update("data").digest(encoding);
    expect(
      await evaluate(
        `require("crypto").createHmac("sha256", "secret").update("data").digest("${encoding}")`,
      ),
    ).toBe(expected);
  });

  it("gives a Buffer in runtime 2.0 and a byte string in 1.0 when no encoding is named", async () => {
    expect(
      await evaluate('Buffer.isBuffer(require("crypto").createHash("md5").update("a").digest())'),
    ).toBe(true);
    expect(
      await evaluate('require("crypto").createHash("md5").update("a").digest().length', OLDER),
    ).toBe(16);
  });

  it("knows no other algorithm and digests once", async () => {
    expect(await evaluate('require("crypto").createHash("sha512")')).toMatch(
      "not supported algorithm",
    );
    expect(
      await evaluate(
        '(function () { var h = require("crypto").createHash("md5"); h.digest("hex"); return h.digest("hex"); })()',
      ),
    ).toMatch("already called");
  });
});

describe("runtime 1.0", () => {
  it("has neither Buffer nor atob, but the methods of byte strings", async () => {
    expect(
      await evaluate("[typeof Buffer, typeof atob, typeof TextEncoder, typeof DataView]", OLDER),
    ).toEqual(["undefined", "undefined", "undefined", "undefined"]);
    expect(
      await evaluate(
        '[String.bytesFrom("YQ==", "base64"), "é".toUTF8().length, "é".toUTF8().fromUTF8(), "é".toBytes(), "€".toBytes()]',
        OLDER,
      ),
    ).toEqual(["a", 2, "é", "é", null]);
  });

  it("has bytesFrom at strings too, and the error type that AWS lists", async () => {
    expect(
      await evaluate(
        '["".bytesFrom("616263", "hex"), String(new MemoryError("full")), new MemoryError() instanceof Error]',
        OLDER,
      ),
    ).toEqual(["abc", "MemoryError: full", true]);
  });

  it("has no module cloudfront", async () => {
    expect(await evaluate('require("cloudfront")', OLDER)).toMatch(
      'Cannot load module "cloudfront"',
    );
  });
});

describe("the key value store", () => {
  const store = {
    id: "store-1",
    creationDateTime: "2026-01-01T00:00:00Z",
    lastUpdatedDateTime: "2026-01-02T00:00:00Z",
    keyCount: 2,
  };
  const pairs = { text: "value", json: '{"a":1}' };

  it("gives values as text, JSON or bytes", async () => {
    const expression =
      '[await cf.kvs().get("text"), await cf.kvs().get("json", { format: "json" }), (await cf.kvs().get("text", { format: "bytes" })).length]';
    expect(await evaluate(expression, { store, pairs })).toEqual(["value", { a: 1 }, 5]);
  });

  it("says what it holds", async () => {
    const expression =
      '[await cf.kvs().exists("text"), await cf.kvs().exists("toString"), await cf.kvs("store-1").meta(), await cf.kvs().count()]';
    expect(await evaluate(expression, { store, pairs })).toEqual([
      true,
      false,
      {
        creationDateTime: "2026-01-01T00:00:00Z",
        lastUpdatedDateTime: "2026-01-02T00:00:00Z",
        keyCount: 2,
      },
      2,
    ]);
  });

  it("rejects an unknown key, an unknown store and a function without a store", async () => {
    expect(await evaluate('await cf.kvs().get("none")', { store, pairs })).toMatch("KeyNotFound");
    expect(await evaluate('cf.kvs("store-2")', { store, pairs })).toMatch("KVSNamespaceNotFound");
    expect(await evaluate("cf.kvs()")).toMatch("KVSNamespaceNotFound");
  });
});

describe("the module cloudfront", () => {
  it("tells the edge location at viewer requests only", async () => {
    expect(await evaluate("cf.edgeLocation")).toEqual({
      name: expect.stringMatching(/^[A-Z]{3}$/),
      region: expect.any(String),
      serverIp: expect.any(String),
    });
    expect(await evaluate("cf.edgeLocation", {}, "viewer-response")).toEqual({});
  });

  it("changes origins at viewer requests only", async () => {
    expect(await evaluate('cf.selectRequestOriginById("other")', {}, "viewer-response")).toMatch(
      "viewer request functions only",
    );
  });
});
