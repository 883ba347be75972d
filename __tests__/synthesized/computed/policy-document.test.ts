import { resolve } from "../../support/resolved-outputs";

/** The JSON of an `aws_iam_policy_document`. */
async function policy(config: object) {
  const { stack } = await resolve({ data: { aws_iam_policy_document: { x: config } } });
  return JSON.parse(String(stack.data?.aws_iam_policy_document?.x?.json));
}

const document = (...statements: [Sid: string, Action: string][]) =>
  JSON.stringify({
    Version: "2008-10-17",
    Statement: statements.map(([Sid, Action]) => ({ ...(Sid && { Sid }), Action })),
  });

describe("a policy document", () => {
  it("has the statements of its sources and overrides, by their Sid", async () => {
    const { Version, Statement } = await policy({
      source_policy_documents: [document(["A", "a:1"], ["B", "b:1"]), "", document(["", "x:1"])],
      statement: [
        { sid: "B", actions: ["b:2"] },
        { sid: "C", actions: ["c:2"] },
      ],
      override_policy_documents: [document(["A", "a:3"])],
    });
    expect(Version).toBe("2008-10-17");
    const actions = Statement.map(({ Action }: { Action: string }) => Action);
    expect(actions).toEqual(["a:3", "b:2", "x:1", "c:2"]);
  });

  it("may be made of others alone", async () => {
    const { Statement } = await policy({ source_json: document(["A", "a:1"]) });
    expect(Statement).toEqual([{ Sid: "A", Action: "a:1" }]);
  });

  it("has one condition of several blocks", async () => {
    const condition = (values: string[]) => ({
      test: "StringLike",
      variable: "aws:Referer",
      values,
    });
    const { Statement } = await policy({
      statement: [{ actions: ["a:1"], condition: [condition(["x"]), condition(["y"])] }],
    });
    expect(Statement[0].Condition).toEqual({ StringLike: { "aws:Referer": ["x", "y"] } });
  });
});
