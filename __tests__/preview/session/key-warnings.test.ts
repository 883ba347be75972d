import { keyWarnings } from "../../../preview/session/key-warnings";
import { behavior, model } from "../../support/edge";

describe("the warnings about signatures", () => {
  it("name a behavior whose public keys the stack does not define", () => {
    const members = behavior({ pathPattern: "/members/*", trustedKeys: [] });
    const [warning, ...others] = keyWarnings(model({ orderedBehaviors: [members] }));
    expect(warning).toMatch(
      /^behavior "\/members\/\*" asks for signed URLs .* every request gets 403/,
    );
    expect(others).toEqual([]);
  });

  it("say nothing of behaviors that are open, or whose keys are there", () => {
    const keys = [{ id: "K1", encodedKey: "-----BEGIN PUBLIC KEY-----" }];
    const signed = behavior({ pathPattern: "/members/*", trustedKeys: keys });
    expect(keyWarnings(model({ orderedBehaviors: [signed] }))).toEqual([]);
  });
});
