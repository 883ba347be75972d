import { droppedValues } from "../../../preview/edge/trace-origin-request";
import type { Origin } from "../../../preview/edge-model";
import type { HeaderList } from "../../../preview/messages";
import { compileBehavior } from "../../../preview/pipeline/compile-behavior";
import { allViewer, behavior, origin, request } from "../../support/edge";

const compiled = compileBehavior(behavior({ originRequestPolicy: allViewer }), 0);

function dropped(viewer: HeaderList, sent: HeaderList, changes: Partial<Origin> = {}) {
  const host = [["Host", "a.example"]] as const;
  return droppedValues(
    request("/", { headers: [...host, ...viewer] }),
    request("/", { headers: [...host, ...sent] }),
    origin(changes),
    compiled,
  ).map(({ name, rule }) => `${name}: ${rule}`);
}

describe("what the origin does not get", () => {
  it("leaves out a header that is sent twice, as the viewer sent it", () => {
    const twice = [
      ["X-A", "1"],
      ["x-a", "2"],
    ] as const;
    expect(dropped(twice, twice)).toEqual([]);
  });

  it("names a custom header of the origin, not its value", () => {
    const secret = ["X-Secret", "top-secret"] as const;
    expect(dropped([["x-secret", "guess"]], [secret], { customHeaders: [secret] })).toEqual([
      "x-secret: the origin's custom header of that name replaces it",
    ]);
  });

  it("repeats no value that something on the way put in the place of the viewer's", () => {
    expect(dropped([["Authorization", "Bearer a"]], [["Authorization", "Bearer b"]])).toEqual([
      "Authorization: CloudFront sends a value of its own",
    ]);
  });

  it("says that the viewer's address and Via are added, and the encodings normalised", () => {
    const viewer = [
      ["X-Forwarded-For", "192.0.2.1"],
      ["Accept-Encoding", "gzip, deflate"],
    ] as const;
    const sent = [
      ["X-Forwarded-For", "192.0.2.1,203.0.113.7"],
      ["Accept-Encoding", "gzip"],
    ] as const;
    expect(dropped(viewer, sent)).toEqual([
      "X-Forwarded-For: CloudFront adds to it",
      "Accept-Encoding: CloudFront normalises it",
    ]);
  });

  it("says that the signature of an origin access control takes the place of Authorization", () => {
    const originAccessControl = { id: "o", originType: "s3", signingBehavior: "always" } as const;
    expect(dropped([["Authorization", "Bearer a"]], [], { originAccessControl })).toEqual([
      "Authorization: the origin access control always signs: CloudFront's signature takes its place",
    ]);
  });
});
