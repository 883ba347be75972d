import { openApiDocument } from "../../synthesized/open-api-document";

describe("the body of an API", () => {
  it("is a document in JSON, in YAML, or written out", () => {
    expect(openApiDocument('{"openapi":"3.0.1"}')).toEqual({ openapi: "3.0.1" });
    expect(openApiDocument("openapi: 3.0.1\n")).toEqual({ openapi: "3.0.1" });
    expect(openApiDocument({ openapi: "3.0.1" })).toEqual({ openapi: "3.0.1" });
  });

  it("has text for the status codes that are its keys", () => {
    expect(openApiDocument("responses: { 200: {}, default: {} }")).toEqual({
      responses: { "200": {}, default: {} },
    });
  });

  it("is no document when it is no object", () => {
    expect(openApiDocument("a text")).toBeUndefined();
    expect(openApiDocument("[1]")).toBeUndefined();
    expect(openApiDocument("a: [")).toBeUndefined();
    expect(openApiDocument(undefined)).toBeUndefined();
  });

  it("does not load the YAML parser for JSON", () => {
    jest.isolateModules(() => {
      jest.doMock("yaml", () => {
        throw new Error("yaml is loaded");
      });
      const { openApiDocument: read } = require("../../synthesized/open-api-document");
      expect(read('{"a":1}')).toEqual({ a: 1 });
    });
  });
});
