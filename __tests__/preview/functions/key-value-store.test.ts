import { keyValueStoreOf } from "../../../preview/functions/key-value-store";

const ARN = "arn:aws:cloudfront::123456789012:key-value-store/store-1";

it("gathers the keys of a store from the stack", () => {
  const stack = {
    resource: {
      aws_cloudfront_key_value_store: { store: { name: "store", arn: ARN } },
      aws_cloudfrontkeyvaluestore_key: {
        one: { key_value_store_arn: ARN, key: "a", value: "1" },
        other: { key_value_store_arn: "another", key: "b", value: "2" },
      },
      aws_cloudfrontkeyvaluestore_keys_exclusive: {
        many: {
          key_value_store_arn: ARN,
          resource_key_value_pair: [
            { key: "c", value: "3" },
            { key: "d", value: "4" },
          ],
        },
      },
    },
  };
  expect(keyValueStoreOf(stack, ARN)).toEqual({ id: "store-1", pairs: { a: "1", c: "3", d: "4" } });
});

it("is empty when the store has no keys, and none when the stack does not know it", () => {
  const stack = { resource: { aws_cloudfront_key_value_store: { store: { arn: ARN } } } };
  expect(keyValueStoreOf(stack, ARN)).toEqual({ id: "store-1", pairs: {} });
  expect(keyValueStoreOf({}, ARN)).toBeUndefined();
});
