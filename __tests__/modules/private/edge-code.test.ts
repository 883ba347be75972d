import {
  type EdgeEvent,
  type EdgeStep,
  edgeCode,
  MAX_FUNCTION_BYTES,
} from "../../../modules/private/edge-code";

type Handler = (event: { request: { uri: string }; response: { list: string[] } }) => unknown;

const run = (event: EdgeEvent, steps: readonly EdgeStep[]) => {
  const handler = new Function(`${edgeCode(event, steps)}; return handler;`)() as Handler;
  return handler({ request: { uri: "/" }, response: { list: [] } });
};

const code = (...steps: readonly EdgeStep[]) => edgeCode("viewer-request", steps);

const add = (name: string): EdgeStep => ({
  name,
  code: `function ${name}(request) { request.uri += "${name}"; return request; }`,
});
const stop: EdgeStep = {
  name: "stop",
  code: "function stop() { return { statusCode: 301 }; }",
};
const note = (name: string): EdgeStep => ({
  name,
  code: `function ${name}(response, request) { response.list.push("${name}" + request.uri); return response; }`,
});
const sized = (bytes: number): EdgeStep => {
  const declared = "function large() {} // x";
  const rest = bytes - Buffer.byteLength(code({ name: "large", code: declared }));
  return { name: "large", code: declared + "x".repeat(rest) };
};

describe("the code of viewer-request", () => {
  it("runs the steps in order", () => {
    expect(run("viewer-request", [add("a"), add("b")])).toEqual({ uri: "/ab" });
    expect(run("viewer-request", [add("b"), add("a")])).toEqual({ uri: "/ba" });
  });

  it("ends at the first step that answers", () => {
    expect(run("viewer-request", [stop, add("a")])).toEqual({ statusCode: 301 });
  });
});

describe("the code of viewer-response", () => {
  it("runs the steps in order, each with the response and the request", () => {
    expect(run("viewer-response", [note("a"), note("b")])).toEqual({ list: ["a/", "b/"] });
  });

  it("goes on after a response with a status", () => {
    expect(run("viewer-response", [note("a"), stop])).toEqual({ statusCode: 301 });
  });
});

describe("edgeCode", () => {
  it("takes exactly what CloudFront takes", () => {
    expect(Buffer.byteLength(code(sized(MAX_FUNCTION_BYTES - 1)))).toBe(MAX_FUNCTION_BYTES - 1);
    expect(Buffer.byteLength(code(sized(MAX_FUNCTION_BYTES)))).toBe(MAX_FUNCTION_BYTES);
  });

  it("refuses more than CloudFront takes, with the size", () => {
    expect(() => code(sized(MAX_FUNCTION_BYTES + 1))).toThrow(
      'an edge function has at most 10240 bytes, but "large" take 10241; shorten a step or drop one',
    );
  });

  it("counts bytes, not characters", () => {
    const wide = { name: "wide", code: `function wide() {} // ${"ü".repeat(5_500)}` };
    expect(() => code(wide)).toThrow(/at most 10240 bytes/);
  });

  it("refuses a step that does not declare its function, or comes twice", () => {
    expect(() => code({ name: "a", code: "" })).toThrow(/must declare "function a\(…\)"/);
    expect(() => code(add("a"), add("a"))).toThrow(/"a" is listed twice in one behavior/);
  });

  it.each(["handler", "a b", "1a", "a(", ""])("refuses a step called %j", (name) => {
    expect(() => code({ name, code: `function ${name}(x) {}` })).toThrow(
      `the name of an edge step must be that of a JavaScript function other than handler, got "${name}"`,
    );
  });
});
