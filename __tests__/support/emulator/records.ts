// What Route 53 has in the emulated account.
import { ask } from "./ask";
import type { Emulator } from "./emulator";

export interface DnsRecord {
  /** Without the dot at its end. */
  readonly name: string;
  readonly type: string;
  /** The name or address it points to, the first of several. */
  readonly target: string;
}

/** Every record of every hosted zone but those that a zone has from its start. */
export async function dnsRecords(emulator: Pick<Emulator, "url">): Promise<readonly DnsRecord[]> {
  const zones = await route53(emulator, "/hostedzone");
  const ids = [...zones.matchAll(/<Id>\/hostedzone\/(\w+)<\/Id>/g)].map(([, id]) => id);
  const answers = await Promise.all(ids.map((id) => route53(emulator, `/hostedzone/${id}/rrset`)));
  return answers
    .flatMap((answer) => answer.match(/<ResourceRecordSet>[\s\S]*?<\/ResourceRecordSet>/g) ?? [])
    .map((set) => ({
      name: text(set, /<Name>([^<]+?)\.?<\/Name>/),
      type: text(set, /<Type>([^<]+)/),
      target: text(set, /<(?:DNSName|Value)>([^<]+?)\.?</),
    }))
    .filter(({ type }) => type !== "NS" && type !== "SOA");
}

async function route53(emulator: Pick<Emulator, "url">, path: string): Promise<string> {
  const question = { service: "route53", path: `/2013-04-01${path}`, region: "us-east-1" };
  return (await ask(emulator, question)).text();
}

function text(set: string, pattern: RegExp): string {
  return pattern.exec(set)?.[1] ?? "";
}
