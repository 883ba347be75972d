import { createSign, generateKeyPairSync } from "node:crypto";
import { refusedSignature, withoutSignature } from "../../../preview/pipeline/signed-request";
import { DOMAIN, NOW, request } from "../../support/edge";

const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
const keys = [
  { id: "K1", encodedKey: publicKey.export({ type: "spki", format: "pem" }).toString() },
];
const LATER = NOW / 1000 + 60;

const encode = (bytes: Buffer): string =>
  bytes.toString("base64").replaceAll("+", "-").replaceAll("=", "_").replaceAll("/", "~");
const sign = (policy: string): string => encode(createSign("SHA1").update(policy).sign(privateKey));
const policyFor = (resource: string, condition: object): string =>
  JSON.stringify({ Statement: [{ Resource: resource, Condition: condition }] });
const until = (seconds: number) => ({ DateLessThan: { "AWS:EpochTime": seconds } });

const canned = (path: string, expires = LATER): string => {
  const signature = sign(policyFor(`https://${DOMAIN}${path}`, until(expires)));
  return `${path}${path.includes("?") ? "&" : "?"}Expires=${expires}&Signature=${signature}&Key-Pair-Id=K1`;
};
const custom = (path: string, policy: string): string =>
  `${path}?Policy=${encode(Buffer.from(policy))}&Signature=${sign(policy)}&Key-Pair-Id=K1`;
const check = (target: string, headers: [string, string][] = []) =>
  refusedSignature(request(target, { headers }), keys, DOMAIN, NOW)?.code;

describe("a signed URL", () => {
  it.each([
    ["with a canned policy passes", canned("/a"), undefined],
    ["with a query string of its own passes", canned("/a?x=1"), undefined],
    ["that has expired is refused", canned("/a", NOW / 1000 - 1), "AccessDenied"],
    ["for another path is refused", canned("/a").replace("/a?", "/b?"), "AccessDenied"],
    ["of an unknown key is refused", canned("/a").replace("K1", "K2"), "AccessDenied"],
    [
      "with a changed end is refused",
      canned("/a").replace(`Expires=${LATER}`, `Expires=${LATER + 1}`),
      "AccessDenied",
    ],
    ["without a signature is refused", "/a?Key-Pair-Id=K1", "MissingKey"],
    [
      "with a wildcard in its policy passes",
      custom("/a/b", policyFor(`https://${DOMAIN}/a/*`, until(LATER))),
      undefined,
    ],
    [
      "that is not valid yet is refused",
      custom(
        "/a",
        policyFor("*", { ...until(LATER), DateGreaterThan: { "AWS:EpochTime": LATER - 1 } }),
      ),
      "AccessDenied",
    ],
    [
      "for another address is refused",
      custom(
        "/a",
        policyFor("*", { ...until(LATER), IpAddress: { "AWS:SourceIp": "198.51.100.1/32" } }),
      ),
      "AccessDenied",
    ],
    [
      "for a range of addresses passes",
      custom(
        "/a",
        policyFor("*", { ...until(LATER), IpAddress: { "AWS:SourceIp": "203.0.113.0/24" } }),
      ),
      undefined,
    ],
    [
      "for another range of addresses is refused",
      custom(
        "/a",
        policyFor("*", { ...until(LATER), IpAddress: { "AWS:SourceIp": "203.0.112.0/24" } }),
      ),
      "AccessDenied",
    ],
    [
      "for an address that is none is refused",
      custom("/a", policyFor("*", { ...until(LATER), IpAddress: { "AWS:SourceIp": "here/24" } })),
      "AccessDenied",
    ],
    [
      "that names SHA256 is refused when SHA1 made its signature",
      `${canned("/a")}&Hash-Algorithm=SHA256`,
      "AccessDenied",
    ],
    ["that names SHA1 passes", `${canned("/a")}&Hash-Algorithm=SHA1`, undefined],
    [
      "that names another hash algorithm is refused",
      `${canned("/a")}&Hash-Algorithm=MD5`,
      "AccessDenied",
    ],
    [
      "whose end stands in quotes is refused",
      custom("/a", policyFor("*", { DateLessThan: { "AWS:EpochTime": String(LATER) } })),
      "AccessDenied",
    ],
    [
      "whose policy has two statements is refused",
      custom(
        "/a",
        JSON.stringify({
          Statement: [0, 1].map(() => ({ Resource: "*", Condition: until(LATER) })),
        }),
      ),
      "AccessDenied",
    ],
    ["whose policy never ends is refused", custom("/a", policyFor("*", {})), "AccessDenied"],
    ["with a policy that is no JSON is refused", custom("/a", "{"), "AccessDenied"],
  ])("%s", (_, target, code) => {
    expect(check(target)).toBe(code);
  });

  it.each(["SHA1", "SHA256"])("may be signed with an elliptic curve and %s", (hash) => {
    const pair = generateKeyPairSync("ec", { namedCurve: "P-256" });
    const encodedKey = pair.publicKey.export({ type: "spki", format: "pem" }).toString();
    const policy = policyFor(`https://${DOMAIN}/a`, until(LATER));
    const signature = encode(createSign(hash).update(policy).sign(pair.privateKey));
    const target = `/a?Expires=${LATER}&Signature=${signature}&Key-Pair-Id=K3&Hash-Algorithm=${hash}`;
    const known = [{ id: "K3", encodedKey }];
    expect(refusedSignature(request(target), known, DOMAIN, NOW)).toBeUndefined();
  });

  it("may be replaced by signed cookies that name SHA256", () => {
    const policy = policyFor(`https://${DOMAIN}/*`, until(LATER));
    const signature = encode(createSign("SHA256").update(policy).sign(privateKey));
    const cookie = `CloudFront-Policy=${encode(Buffer.from(policy))}; CloudFront-Signature=${signature}; CloudFront-Key-Pair-Id=K1; CloudFront-Hash-Algorithm=SHA256`;
    expect(check("/any/path", [["Cookie", cookie]])).toBeUndefined();
  });

  it("may be replaced by signed cookies", () => {
    const policy = policyFor(`https://${DOMAIN}/*`, until(LATER));
    const cookie = `CloudFront-Policy=${encode(Buffer.from(policy))}; CloudFront-Signature=${sign(policy)}; CloudFront-Key-Pair-Id=K1`;
    expect(check("/any/path", [["Cookie", cookie]])).toBeUndefined();
    const others = `${cookie}; Policy=none; Signature=none`;
    expect(check("/any/path", [["Cookie", others]])).toBeUndefined();
  });

  it.each(["Expires", "Policy", "Signature", "Key-Pair-Id", "Hash-Algorithm"])(
    "is any that has the parameter %s: signed cookies do not count then",
    (parameter) => {
      const policy = policyFor("*", until(LATER));
      const cookie = `CloudFront-Policy=${encode(Buffer.from(policy))}; CloudFront-Signature=${sign(policy)}; CloudFront-Key-Pair-Id=K1`;
      expect(check("/a?x=1", [["Cookie", cookie]])).toBeUndefined();
      expect(check(`/a?x=1&${parameter}=1`, [["Cookie", cookie]])).toBe("MissingKey");
    },
  );

  it("reaches the origin without what signed it", () => {
    expect(withoutSignature("x=1&Expires=1&Signature=s&Key-Pair-Id=k&Policy=p&y=2")).toBe(
      "x=1&y=2",
    );
  });
});
