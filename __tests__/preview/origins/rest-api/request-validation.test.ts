import { read, request } from "../support/exchange";
import { API_HOST, closeHosts, emulate, restApi } from "../support/rest-stack";

afterAll(closeHosts);

const endpoint = (path: string, method = "ANY") => ({ path, method });
const ask = (
  api: ReturnType<typeof emulate>,
  target: string,
  options: Parameters<typeof request>[1] = {},
) => read(api.fetch(request(target, { host: API_HOST, ...options })));

describe("a method of a REST API", () => {
  it("may ask for parameters", async () => {
    const config = {
      request_validator_id: "v",
      request_parameters: {
        "method.request.querystring.page": true,
        "method.request.header.X-A": false,
      },
    };
    const more = {
      aws_api_gateway_request_validator: {
        v: { id: "v", rest_api_id: "abc123", validate_request_parameters: true },
      },
    };
    const api = emulate(restApi([{ ...endpoint("/users", "GET"), config }], { more }));
    expect(await ask(api, "/prod/users")).toMatchObject({
      status: 400,
      text: '{"message":"Missing required request parameters: [page]"}',
    });
    expect((await ask(api, "/prod/users?page=1")).status).toBe(200);
  });
});
