import { loadModule } from "../load-module";

interface Request {
  id: string;
  path: string;
  expected: number;
  signed?: boolean;
}
interface Call {
  url: string;
  signFor: string | null;
  headers: Record<string, string>;
}
const { PATHS, REQUESTS, toCall } = loadModule<{
  PATHS: { id: string }[];
  REQUESTS: Request[];
  toCall(options: object): Call;
}>("assets/reverse-proxy/requests.js");

const settings = {
  edge: "https://d1.cloudfront.net",
  api: "https://abc.execute-api.eu-west-1.amazonaws.com/prod",
  custom: "https://api.example.com/default",
  stripPrefix: false,
};
const call = (path: number, id: string, way: string, changes = {}) =>
  toCall({
    path: PATHS[path],
    request: REQUESTS.find((request) => request.id === id),
    way,
    settings: { ...settings, ...changes },
    run: "x-1",
  });

describe("the page's requests", () => {
  it("go to the distribution's path or to the endpoint with its stage", () => {
    expect(call(0, "allow", "edge")).toEqual({
      url: "https://d1.cloudfront.net/cf-apigw/auth?run=x-1",
      signFor: null,
      headers: { Authorization: "allow" },
    });
    expect(call(0, "allow", "direct").url).toBe(
      "https://abc.execute-api.eu-west-1.amazonaws.com/prod/cf-apigw/auth?run=x-1",
    );
  });

  it.each(["edge", "direct"])("are signed for the API's own address, sent %s", (way) => {
    expect(call(0, "signed", way).signFor).toBe(
      "https://abc.execute-api.eu-west-1.amazonaws.com/prod/cf-apigw/auth-iam?run=x-1",
    );
    expect(call(1, "signed", way).signFor).toBe(
      "https://api.example.com/default/cf-cust-domain/auth-iam?run=x-1",
    );
  });

  it("are signed without the prefix where CloudFront removes it", () => {
    const stripped = call(1, "signed", "edge", { stripPrefix: true });
    expect(stripped.url).toBe("https://d1.cloudfront.net/cf-cust-domain/auth-iam?run=x-1");
    expect(stripped.signFor).toBe("https://api.example.com/default/auth-iam?run=x-1");
  });

  it("cover every answer of the authorizer and of IAM", () => {
    expect(Object.fromEntries(REQUESTS.map(({ id, expected }) => [id, expected]))).toEqual({
      undefined: 200,
      allow: 200,
      deny: 403,
      unauthorized: 401,
      other: 500,
      signed: 200,
      unsigned: 403,
    });
  });
});
