import { runSecrets } from "../../../preview/session/run-secrets";

const stack = {
  resource: { random_password: { lock: { length: 40 }, many: { count: 2, length: 8 } } },
  data: { aws_secretsmanager_random_password: { lock: { password_length: 24 } } },
};

describe("secrets of a run (V14)", () => {
  it("are random, of the length that the stack asks for", () => {
    const secrets = runSecrets(stack);
    expect(Object.keys(secrets)).toEqual([
      "random_password.lock.result",
      "data.aws_secretsmanager_random_password.lock.random_password",
    ]);
    expect(secrets["random_password.lock.result"]).toMatch(/^[A-Za-z0-9]{40}$/);
  });

  it("are the same bytes in each encoding", () => {
    const secrets = runSecrets({ resource: { random_bytes: { lock: { length: 16 } } } });
    const { "random_bytes.lock.hex": hex = "", "random_bytes.lock.base64": base64 = "" } = secrets;
    expect(hex).toMatch(/^[0-9a-f]{32}$/);
    expect(Buffer.from(base64, "base64").toString("hex")).toBe(hex);
  });

  it("stay the same when a session takes over", () => {
    expect(runSecrets(stack)).toEqual(runSecrets(stack));
  });
});
