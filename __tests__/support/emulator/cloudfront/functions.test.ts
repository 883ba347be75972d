import { behavior, type Client, createClient, distributionConfig, refusal } from "./client";
import { text, type XmlElement } from "./xml";

const ARN = "arn:aws:cloudfront::123456789012:function/f";

function functionBody(code: string, changes: XmlElement = {}): XmlElement {
  return {
    Name: "f",
    FunctionConfig: { Comment: "", Runtime: "cloudfront-js-2.0", ...changes },
    FunctionCode: Buffer.from(code).toString("base64"),
  };
}

describe("functions", () => {
  let client: Client;
  beforeEach(() => {
    client = createClient();
  });
  const create = (code = "first") => client("POST", "/function", { body: functionBody(code) });

  it("run only after they are published", () => {
    const { etag } = create();
    expect(refusal(client("GET", "/function/f/describe?Stage=LIVE"))).toBe(
      "404 NoSuchFunctionExists",
    );
    client("POST", "/function/f/publish", { ifMatch: etag });
    expect(text(client("GET", "/function/f/describe?Stage=LIVE").content, "Status")).toBe(
      "DEPLOYED",
    );
  });

  it("keep the live version while the other is edited", () => {
    const { etag } = create();
    client("POST", "/function/f/publish", { ifMatch: etag });
    const live = client("GET", "/function/f/describe?Stage=LIVE").etag;
    client("PUT", "/function/f", { body: functionBody("second"), ifMatch: etag });
    expect(client("GET", "/function/f/describe?Stage=LIVE").etag).toBe(live);
    expect(client("GET", "/function/f/describe?Stage=DEVELOPMENT").etag).not.toBe(etag);
  });

  it("are published again after they were edited", () => {
    const first = create().etag;
    const { etag } = client("PUT", "/function/f", { body: functionBody("2"), ifMatch: first });
    expect(client("POST", "/function/f/publish", { ifMatch: etag }).status).toBe(200);
    expect(refusal(client("POST", "/function/f/publish", { ifMatch: first }))).toBe(
      "412 PreconditionFailed",
    );
  });

  it("are at most 10 KB", () => {
    expect(create("x".repeat(10_240)).status).toBe(201);
    const larger = client("POST", "/function", {
      body: { ...functionBody("x".repeat(10_241)), Name: "g" },
    });
    expect(refusal(larger)).toBe("413 FunctionSizeLimitExceeded");
  });

  it("have a name of their own and a runtime that exists", () => {
    create();
    expect(refusal(create())).toBe("409 FunctionAlreadyExists");
    const body = { ...functionBody("x", { Runtime: "nodejs" }), Name: "g" };
    expect(refusal(client("POST", "/function", { body }))).toBe("400 InvalidArgument");
  });

  it("stay while a distribution uses them", () => {
    const { etag } = create();
    client("POST", "/function/f/publish", { ifMatch: etag });
    const association = { EventType: "viewer-request", FunctionARN: ARN };
    const used = behavior({
      FunctionAssociations: { Quantity: "1", Items: { FunctionAssociation: association } },
    });
    client("POST", "/distribution", { body: distributionConfig({ DefaultCacheBehavior: used }) });
    expect(refusal(client("DELETE", "/function/f", { ifMatch: etag }))).toBe("409 FunctionInUse");
  });

  it("keep their key value store from being deleted", () => {
    const store = client("POST", "/key-value-store", { body: { Name: "k" } });
    const KeyValueStoreARN = text(store.content, "ARN");
    const associations = {
      KeyValueStoreAssociations: {
        Quantity: "1",
        Items: { KeyValueStoreAssociation: { KeyValueStoreARN } },
      },
    };
    const { etag } = client("POST", "/function", { body: functionBody("x", associations) });
    const remove = () => client("DELETE", "/key-value-store/k", { ifMatch: store.etag });
    expect(refusal(remove())).toBe("409 CannotDeleteEntityWhileInUse");
    client("DELETE", "/function/f", { ifMatch: etag });
    expect(remove().status).toBe(204);
  });
});

describe("the control plane", () => {
  it("says which operation it lacks", () => {
    const reply = createClient()("GET", "/streaming-distribution");
    expect(reply.status).toBe(501);
    expect(text(reply.content, "Error", "Message")).toContain("GET /streaming-distribution");
  });
});
