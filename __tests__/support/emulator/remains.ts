// What an account still has, by kind of resource, as far as this project creates it.
import { action } from "./actions";
import { ask, type Question } from "./ask";
import { MANAGED } from "./cloudfront/managed-policies";
import type { Emulator } from "./emulator";
import { dnsRecords } from "./records";

interface Listing extends Question {
  readonly kind: string;
  /** Finds the names in the answer's text. */
  readonly name: RegExp;
}

const EAST = "us-east-1";
const FORM = { "Content-Type": "application/x-www-form-urlencoded" };

const LISTINGS: readonly Listing[] = [
  { kind: "bucket", service: "s3", path: "/", name: /<Name>([^<]+)<\/Name>/g },
  { kind: "REST API", service: "apigateway", path: "/restapis", name: /"name":\s*"([^"]+)"/g },
  {
    kind: "API domain",
    service: "apigateway",
    path: "/domainnames",
    name: /"domainName":\s*"([^"]+)"/g,
  },
  {
    kind: "function",
    service: "lambda",
    path: "/2015-03-31/functions/",
    name: /"FunctionName":\s*"([^"]+)"/g,
  },
  {
    kind: "role",
    service: "iam",
    path: "/",
    method: "POST",
    headers: FORM,
    body: "Action=ListRoles&Version=2010-05-08",
    name: /<RoleName>([^<]+)<\/RoleName>/g,
    region: EAST,
  },
  {
    kind: "alarm",
    service: "monitoring",
    path: "/",
    method: "POST",
    headers: FORM,
    body: "Action=DescribeAlarms&Version=2010-08-01",
    name: /<AlarmName>([^<]+)<\/AlarmName>/g,
    region: EAST,
  },
  ...["eu-west-1", EAST].map((region) => ({
    kind: `certificate in ${region}`,
    ...action("acm", "ListCertificates", { region }),
    name: /"DomainName":\s*"([^"]+)"/g,
  })),
  {
    kind: "log group",
    ...action("logs", "DescribeLogGroups"),
    name: /"logGroupName":\s*"([^"]+)"/g,
  },
  ...["Deliveries", "DeliverySources", "DeliveryDestinations"].map((what) => ({
    kind: `log ${what}`,
    ...action("logs", `Describe${what}`, { region: EAST }),
    name: /"arn":\s*"([^"]+)"/g,
  })),
  { kind: "parameter", ...action("ssm", "DescribeParameters"), name: /"Name":\s*"([^"]+)"/g },
  {
    kind: "web ACL",
    ...action("wafv2", "ListWebACLs", { region: EAST, input: { Scope: "CLOUDFRONT" } }),
    name: /"Name":\s*"([^"]+)"/g,
  },
];

/** Names of what is left, by kind; kinds of which nothing is left are not named. */
export async function remains(emulator: Emulator): Promise<Record<string, readonly string[]>> {
  const listed = await Promise.all(
    LISTINGS.map(async ({ kind, name, ...question }) => {
      const answer = await ask(emulator, question);
      const text = await answer.text();
      if (!answer.ok) throw new Error(`no list of ${kind}: ${answer.status} ${text}`);
      return [kind, [...text.matchAll(name)].map((match) => match[1] ?? "")] as const;
    }),
  );
  const records = (await dnsRecords(emulator)).map(({ name, type }) => `${name} ${type}`);
  return Object.fromEntries(
    [...listed, ["record", records] as const, ...cloudFront(emulator)].filter(
      ([, names]) => names.length,
    ),
  );
}

function cloudFront({ cloudfront }: Emulator): [kind: string, names: string[]][] {
  const own = [...cloudfront.kinds].map(([kind, stored]): [string, string[]] => [
    kind,
    [...stored.keys()].filter((id) => MANAGED[kind]?.[id] === undefined),
  ]);
  return [
    ["distribution", [...cloudfront.distributions.keys()]],
    ["CloudFront function", [...cloudfront.functions.keys()]],
    ["key value store", [...cloudfront.keyValueStores.keys()]],
    ...own,
  ];
}
