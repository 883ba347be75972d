import { serviceOf } from "./requests";

it("reads the service that a request was signed for", () => {
  const scope = "Credential=test/20250101/eu-west-1/s3/aws4_request";
  expect(serviceOf(`AWS4-HMAC-SHA256 ${scope}, SignedHeaders=host, Signature=0`)).toBe("s3");
  expect(serviceOf(undefined)).toBe("");
});
