import { Distribution, HostOrigin, OriginLock, type OriginLockProps } from "../../modules";
import { addresses, resource, synthesize } from "../support/synth";

const minimum: OriginLockProps = { name: "shop", active: "a" };

const synth = (props: Partial<OriginLockProps> = {}) =>
  synthesize((scope) => {
    const { customHeaders } = new OriginLock(scope, "origin_lock", { ...minimum, ...props });
    new Distribution(scope, "distribution", {
      name: "shop",
      origins: { web: new HostOrigin({ domainName: "web.example.com", customHeaders }) },
      defaultBehavior: { targetOriginId: "web" },
    });
  });

const header = (stack: ReturnType<typeof synth>) =>
  resource(stack, "aws_cloudfront_distribution.distribution").origin;

describe("OriginLock", () => {
  it("keeps two values as encrypted parameters", () => {
    const stack = synth();
    expect(addresses(stack).filter((address) => address.startsWith("aws_ssm"))).toEqual([
      "aws_ssm_parameter.origin_lock_a",
      "aws_ssm_parameter.origin_lock_b",
    ]);
    for (const slot of ["a", "b"]) {
      expect(resource(stack, `aws_ssm_parameter.origin_lock_${slot}`)).toEqual({
        name: `/shop/origin-lock/${slot}`,
        type: "SecureString",
        value: `\${data.aws_secretsmanager_random_password.origin_lock_${slot}.random_password}`,
        lifecycle: { ignore_changes: ["value"] },
      });
    }
  });

  it("has no value in the JSON: AWS makes each up, long and fit for a header", () => {
    const stack = synth();
    expect(stack.data?.aws_secretsmanager_random_password).toMatchObject({
      origin_lock_a: { password_length: 48, exclude_punctuation: true },
      origin_lock_b: { password_length: 48, exclude_punctuation: true },
    });
    expect(JSON.stringify(stack)).not.toMatch(/[A-Za-z0-9]{48}/);
  });

  it.each(["a", "b"] as const)("sends the value %s when it is active", (active) => {
    expect(header(synth({ active }))).toMatchObject([
      {
        custom_header: [
          {
            name: "X-Origin-Verify",
            value: `\${aws_ssm_parameter.origin_lock_${active}.value}`,
          },
        ],
      },
    ]);
  });

  it("renders every prop", () => {
    // `Required` makes the compiler ask for each prop that is added later.
    const props: Required<OriginLockProps> = { name: "web", active: "b", headerName: "X-Secret" };
    const stack = synth(props);
    expect(header(stack)).toMatchObject([{ custom_header: [{ name: "X-Secret" }] }]);
    expect(resource(stack, "aws_ssm_parameter.origin_lock_a").name).toBe("/web/origin-lock/a");
  });

  it("changes nothing but the header when the other value becomes active", () => {
    const without = (active: "a" | "b") =>
      JSON.stringify(synth({ active })).replace(/origin_lock_[ab]\.value/, "");
    expect(without("a")).toBe(without("b"));
  });

  it.each(["aws-shop", "SSM"])("refuses the name %s, which AWS reserves", (name) => {
    expect(() => synth({ name })).toThrow(
      `Parameter Store reserves names that start with aws or ssm, got "${name}"; choose another name (at test/origin_lock)`,
    );
  });

  it("refuses a header that CloudFront cannot set", () => {
    expect(() => synth({ headerName: "Host" })).toThrow(/custom header "Host" cannot be set/);
  });
});
