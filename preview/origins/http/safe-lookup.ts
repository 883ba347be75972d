import { lookup } from "node:dns";
import { BlockList, isIP, type LookupFunction } from "node:net";

const blocked = new BlockList();
blocked.addSubnet("169.254.0.0", 16, "ipv4");
blocked.addAddress("0.0.0.0", "ipv4");
blocked.addSubnet("fe80::", 10, "ipv6");
blocked.addAddress("fd00:ec2::254", "ipv6");
blocked.addAddress("::", "ipv6");

/** Whether an address is link-local (a cloud's metadata service among them) or no address of a host. */
export function isBlockedAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 0) return false;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return blocked.check(mapped, "ipv4");
  return blocked.check(address, family === 6 ? "ipv6" : "ipv4");
}

/** Resolves a host once per connection and refuses it when any of its addresses is blocked. */
export const safeLookup: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    const found = addresses ?? [];
    const bad = found.find(({ address }) => isBlockedAddress(address));
    const [first] = found;
    if (error !== null) return callback(error, "");
    if (bad !== undefined || first === undefined) {
      return callback(blockedError(hostname, bad?.address ?? "no address"), "");
    }
    if (options.all === true) return callback(null, found);
    return callback(null, first.address, first.family);
  });
};

function blockedError(hostname: string, address: string): NodeJS.ErrnoException {
  const error: NodeJS.ErrnoException = new Error(
    `${hostname} is ${address}, which the preview does not connect to`,
  );
  error.code = "ENOTFOUND";
  return error;
}
