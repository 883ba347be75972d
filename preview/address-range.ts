import { BlockList, isIP } from "node:net";

/** Whether an IP address lies in a range in CIDR notation; a single address is a range too. */
export function isInRange(address: string, range: string): boolean {
  const [net = "", bits] = range.split("/");
  const longest = isIP(net) === 6 ? 128 : 32;
  const length = Number(bits ?? longest);
  if (isIP(net) === 0 || isIP(address) === 0) return false;
  if (!Number.isInteger(length) || length < 0 || length > longest) return false;
  const list = new BlockList();
  list.addSubnet(net, length, longest === 128 ? "ipv6" : "ipv4");
  return list.check(address, isIP(address) === 6 ? "ipv6" : "ipv4");
}
