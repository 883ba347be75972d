// Resources of the random, archive, local, null and time providers.
import type { Json } from "../stack";
import type { ComputedAttributes, ComputedTypes, ResourceView } from "./resource-view";
import { textOf } from "./resource-view";
import { stableHex, stableId, stableUuid } from "./stable-id";

const generatedText: ComputedAttributes = {
  id: textOf("result"),
  result: (one) => stableText(one.address, Number(one.value("length") ?? 16)),
};

export const otherProviderTypes: ComputedTypes = {
  random_id: {
    id: ({ address }) => base64Url(address),
    b64_std: (one) => prefixed(one, Buffer.from(hexOf(one), "hex").toString("base64")),
    b64_url: (one) => prefixed(one, Buffer.from(hexOf(one), "hex").toString("base64url")),
    dec: (one) => prefixed(one, BigInt(`0x${hexOf(one)}`).toString()),
    hex: (one) => prefixed(one, hexOf(one)),
  },
  random_integer: {
    id: (one) => String(one.value("result")),
    result: (one) => {
      const [least, most] = [Number(one.value("min") ?? 0), Number(one.value("max") ?? 0)];
      return least + (Number.parseInt(stableHex(one.address, 8), 16) % (most - least + 1));
    },
  },
  random_password: generatedText,
  random_string: generatedText,
  random_pet: {
    id: (one) =>
      [one.text("prefix"), "stable", "pet"].filter(Boolean).join(one.text("separator") ?? "-"),
  },
  random_shuffle: {
    id: ({ address }) => stableHex(address, 8),
    result: (one) => (one.value("input") as Json) ?? [],
  },
  random_uuid: { id: textOf("result"), result: ({ address }) => stableUuid(address) },
  null_resource: { id: ({ address }) => stableHex(address, 18) },
  terraform_data: {
    id: ({ address }) => stableUuid(address),
    output: (one) => one.value("input") ?? null,
  },
  "data.archive_file": {
    id: ({ address }) => stableHex(address, 40),
    output_base64sha256: ({ address }) => `${stableId(address, 43)}=`,
    output_md5: ({ address }) => stableHex(address, 32),
    output_sha: ({ address }) => stableHex(address, 40),
    output_size: () => 0,
  },
  local_file: { id: ({ address }) => stableHex(address, 40) },
  time_static: { id: () => "1970-01-01T00:00:00Z", rfc3339: () => "1970-01-01T00:00:00Z" },
};

function hexOf(one: ResourceView): string {
  return stableHex(one.address, Number(one.value("byte_length") ?? 8) * 2);
}

function prefixed(one: ResourceView, text: string): string {
  return `${one.text("prefix") ?? ""}${text}`;
}

function base64Url(address: string): string {
  return Buffer.from(stableHex(address, 16), "hex").toString("base64url");
}

function stableText(seed: string, length: number): string {
  let text = "";
  for (let part = 0; text.length < length; part += 1) text += stableId(`${seed} ${part}`, 32);
  return text.slice(0, length);
}
