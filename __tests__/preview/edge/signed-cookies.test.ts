import { createSign, generateKeyPairSync } from "node:crypto";
import type { Behavior } from "../../../preview/edge-model";
import {
  askedHeaders,
  behavior,
  cachePolicy,
  forwardedValues,
  NOW,
  testEdge,
} from "../../support/edge";

const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
const trustedKeys = [
  { id: "K1", encodedKey: publicKey.export({ type: "spki", format: "pem" }).toString() },
];

/** The cookies of a viewer whose access ends some seconds from now. */
function signedCookies(seconds: number): string {
  const end = NOW / 1000 + seconds;
  const policy = `{"Statement":[{"Resource":"*","Condition":{"DateLessThan":{"AWS:EpochTime":${end}}}}]}`;
  const encode = (bytes: Buffer): string =>
    bytes.toString("base64").replaceAll("+", "-").replaceAll("=", "_").replaceAll("/", "~");
  const signature = encode(createSign("SHA1").update(policy).sign(privateKey));
  return `CloudFront-Policy=${encode(Buffer.from(policy))}; CloudFront-Signature=${signature}; CloudFront-Key-Pair-Id=K1`;
}

const viewer = (cookie: string) => ({ headers: [["Cookie", cookie]] as const });

describe("signed cookies", () => {
  it.each([
    ["a cache policy", { cachePolicy: cachePolicy({ cookies: { behavior: "all", items: [] } }) }],
    [
      "forwarded_values",
      { forwardedValues: forwardedValues({ cookies: { forward: "all", whitelistedNames: [] } }) },
    ],
  ] as [string, Partial<Behavior>][])(
    "make no objects of their own where %s has every cookie in the key",
    async (_, settings) => {
      const site = testEdge({ defaultBehavior: behavior({ ...settings, trustedKeys }) });
      await site.get("/a", viewer(`${signedCookies(60)}; plan=gold`));
      expect(askedHeaders(site).cookie).toContain("plan=gold");
      const other = await site.get("/a", viewer(`${signedCookies(120)}; plan=gold`));
      expect(other.xCache).toBe("Hit from cloudfront");
      const silver = await site.get("/a", viewer(`${signedCookies(60)}; plan=silver`));
      expect(silver.xCache).toBe("Miss from cloudfront");
    },
  );

  it("are cookies as any other where no signature is asked for", async () => {
    const all = cachePolicy({ cookies: { behavior: "all", items: [] } });
    const site = testEdge({ defaultBehavior: behavior({ cachePolicy: all }) });
    await site.get("/a", viewer("CloudFront-Policy=a"));
    const other = await site.get("/a", viewer("CloudFront-Policy=b"));
    expect(other.xCache).toBe("Miss from cloudfront");
  });
});
