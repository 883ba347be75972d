import { formatRequest, formatStart, requestColumns } from "../../../cli/preview/format";
import { textReporter } from "../../../cli/preview/report";
import type { Preview } from "../../../preview/server";
import { createSession, type Session } from "../../../preview/session";
import { exchange } from "../../preview/inspector/inspected-edge";
import { siteStack } from "../../preview/support/site-stack";

let session: Session;

beforeAll(async () => {
  session = await createSession({
    stack: siteStack(),
    localUrl: async () => "http://localhost:43391",
  });
});
afterAll(() => session.close());

const startOf = (current: Session) =>
  formatStart({
    name: "site",
    preview: {
      live: { current },
      urls: { http: "http://localhost:8080", https: "https://localhost:8443" },
    } as unknown as Preview,
    watches: true,
    inspector: "http://127.0.0.1:36441/",
    findings: [],
  });

const widest = (text: string) => Math.max(...text.split("\n").map(({ length }) => length));

describe("what a preview shows at its start", () => {
  it("fits in 80 columns, with the API's address on a port of five digits", () => {
    const text = startOf(session);
    expect(text).toContain("http://localhost:43391/prod");
    expect(widest(text)).toBeLessThanOrEqual(80);
  });

  it("has IAM keys only where something asks for signed requests", () => {
    expect(startOf(session)).toContain("AWS_SECRET_ACCESS_KEY=");
    const method = { m: { authorization: "NONE" } };
    const stack = { resource: { aws_api_gateway_method: method } };
    expect(startOf({ ...session, stack })).not.toContain("AWS_SECRET_ACCESS_KEY");
  });
});

describe("the line of a request", () => {
  it("fits in 80 columns with the names of this distribution, each in its column", () => {
    const columns = requestColumns(session.model);
    const line = formatRequest({ ...exchange(), id: 1, milliseconds: 1234 }, columns);
    expect(line.length).toBeLessThanOrEqual(80);
    expect(columns.origin).toBe(8);
  });

  it("gives a long origin its room at the cost of the path's", () => {
    const [first, ...others] = session.model.origins;
    if (first === undefined) throw new Error("no origin");
    const origins = [{ ...first, id: "backend-alb" }, ...others];
    const { path, behavior, origin } = requestColumns({ ...session.model, origins });
    expect(origin).toBe(11);
    expect(path + behavior + origin).toBe(48);
  });
});

it("a long message of the preview is broken at words, the excerpt of a source is not", () => {
  const written: string[] = [];
  const excerpt = `    const x = "${"long ".repeat(20)}";`;
  textReporter((line) => written.push(line)).problem(`${"a word ".repeat(20).trim()}\n${excerpt}`);
  expect(written).toContain(excerpt);
  expect(written.filter((line) => line !== excerpt).every(({ length }) => length <= 80)).toBe(true);
  expect(written.join(" ")).toContain("a word a word a word");
});
