import { behavior, type Client, createClient, distributionConfig, refusal } from "./client";
import { text } from "./xml";

describe("policies, access controls and keys", () => {
  let client: Client;
  beforeEach(() => {
    client = createClient();
  });

  it.each([
    ["cache-policy", "CachePolicy", ""],
    ["origin-request-policy", "OriginRequestPolicy", ""],
    ["response-headers-policy", "ResponseHeadersPolicy", ""],
    ["key-group", "KeyGroup", ""],
    ["origin-access-control", "OriginAccessControl", "/config"],
    ["public-key", "PublicKey", "/config"],
  ])("%s is created, read, updated and deleted", (path, root, config) => {
    const created = client("POST", `/${path}`, { body: { Name: "a" } });
    const one = `/${path}/${text(created.content, "Id")}`;
    expect(created).toMatchObject({ status: 201, root });
    expect(created.content).toMatchObject({ [`${root}Config`]: { Name: "a" } });
    const { etag } = client("GET", one);
    const updated = client("PUT", `${one}${config}`, { body: { Name: "b" }, ifMatch: etag });
    expect(client("GET", `${one}/config`).content).toEqual({ Name: "b" });
    expect(refusal(client("DELETE", one, { ifMatch: etag }))).toBe("412 PreconditionFailed");
    expect(client("DELETE", one, { ifMatch: updated.etag }).status).toBe(204);
    expect(client("GET", one).status).toBe(404);
  });

  it("have a name of their own", () => {
    client("POST", "/cache-policy", { body: { Name: "a" } });
    const second = client("POST", "/cache-policy", { body: { Name: "a" } });
    expect(refusal(second)).toBe("409 CachePolicyAlreadyExists");
  });

  it("stay while a distribution uses them", () => {
    const policy = client("POST", "/cache-policy", { body: { Name: "a" } });
    const id = text(policy.content, "Id");
    client("POST", "/distribution", {
      body: distributionConfig({ DefaultCacheBehavior: behavior({ CachePolicyId: id }) }),
    });
    const remove = client("DELETE", `/cache-policy/${id}`, { ifMatch: policy.etag });
    expect(refusal(remove)).toBe("409 CachePolicyInUse");
  });

  it("list managed policies apart from one's own", () => {
    client("POST", "/cache-policy", { body: { Name: "a" } });
    expect(client("GET", "/cache-policy?Type=custom").content.Quantity).toBe("1");
    expect(client("GET", "/cache-policy?Type=managed").content.Quantity).toBe("7");
  });
});
