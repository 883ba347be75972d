import { urlIdOf } from "../../../preview/session/changed-domain";

const ORIGINS = [
  { id: "app", domainName: "app.example.com" },
  { id: "other", domainName: "other.example.com" },
];
const idOf = (id: string, domainName: string) =>
  urlIdOf({ id, domainName }, ORIGINS, (domain) => domain.endsWith(".amazonaws.com"));

describe("the URL of an origin", () => {
  it("is the origin's own while its domain is", () => {
    expect(idOf("app", "app.example.com")).toBe("app");
  });

  it("is that of the origin whose domain a function chose", () => {
    expect(idOf("app", "other.example.com")).toBe("other");
  });

  it("does not count for a domain of the stack", () => {
    expect(idOf("app", "site.s3.eu-west-1.amazonaws.com")).toBeUndefined();
  });

  it("stands in for a domain that is nowhere", () => {
    expect(idOf("app", "new.example.com")).toBe("app");
  });
});
