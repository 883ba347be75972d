// What to do when Terraform or cdktf failed, told from what they printed.
import { stripVTControlCharacters } from "node:util";
import { TERRAFORM_IS_MISSING, TERRAFORM_IS_OLD } from "./terraform";

interface Advice {
  /** Matched against the output with all white space as single spaces. */
  readonly pattern: RegExp;
  /** Gets the groups of the match, and the whole output as one line. */
  readonly step: (groups: Readonly<Record<string, string>>, line: string) => string;
}

/** The first that matches counts: put the particular before the general. */
const ADVICE: readonly Advice[] = [
  {
    pattern:
      /Error acquiring the state lock.*?Lock Info: ID: (?<id>\S+) Path: (?<path>\S+) Operation: (?:OperationType)?(?<operation>\S+) Who: (?<who>.+?) Version: \S+ Created: (?<created>.+?) Info:/,
    step: ({ id, path = "", operation = "", who, created }) => {
      const stack = /([^/.]+)\.tfstate$/.exec(path)?.[1] ?? "STACK";
      return `Another run holds the lock of this state: ${operation.toLowerCase()} by ${who}, since ${created}.
Wait until it ends, then try again. Only when you are sure that it is dead:
  (cd cdktf.out/stacks/${stack} && terraform force-unlock ${id})`;
    },
  },
  {
    pattern: /S3 bucket "(?<bucket>[^"]+)" does not exist/,
    step: ({ bucket }) =>
      `The state bucket ${bucket} does not exist. Create it once:
  npm run deploy -- state
or set STATE_BUCKET and STATE_REGION to a bucket that exists.`,
  },
  {
    pattern:
      /No valid credential sources found|failed to get shared config profile|api error (ExpiredToken|InvalidClientTokenId|SignatureDoesNotMatch|UnrecognizedClientException)|the SSO session has expired|token has expired and refresh failed/i,
    step: () =>
      `Terraform found no AWS credentials that are valid. Give it some in one of these ways:
  aws sso login --profile NAME, and AWS_PROFILE=NAME
  AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, with AWS_SESSION_TOKEN if they are temporary
Nothing was changed that Terraform's output above does not name.`,
  },
  {
    pattern: /creating S3 Bucket \((?<bucket>[^)]+)\).*?BucketAlready(Exists|OwnedByYou)/,
    step: ({ bucket }) =>
      `The bucket name ${bucket} is taken; such names are unique in all of AWS.
If it is your state bucket, made by a colleague or an earlier deploy, it is there for all: go on with
the next stack, \`state\` is deployed once for an account. Otherwise:
Set FRONTEND_BUCKET (the app's bucket) or STATE_BUCKET (the state bucket) to another name.`,
  },
  {
    pattern:
      /Tried to create resource record set \[name='(?<name>[^']+?)\.?', type='(?<type>\w+)'\] but it already exists/,
    step: ({ name, type }) =>
      `${name} has a record of type ${type} already, and Terraform touches none that it did not make.
To let the new one take its place, deploy again with REPLACE_RECORDS=on; or delete it in Route 53.`,
  },
  {
    pattern: /RRSet of type A+ with DNS name (?<name>\S+?)\.? is not permitted.*?CNAME/,
    step: ({ name }) =>
      `${name} is a CNAME, and no other record may stand beside one. Delete it in Route 53, then deploy
again; until that has ended the name leads nowhere.`,
  },
  {
    pattern: /is not authorized to perform: (?<action>[A-Za-z0-9-]+:[A-Za-z0-9*]+)/,
    step: ({ action }) =>
      `Your AWS credentials lack the permission ${action}. Let an administrator add it, or use
others (AWS_PROFILE). What was created before the error is in the state: deploy again to go on.`,
  },
  {
    pattern: /\bAccessDenied\b/,
    step: () =>
      `Your AWS credentials may not do this. Check the account with: aws sts get-caller-identity
What was created before the error is in the state: deploy again to go on.`,
  },
  {
    pattern: /execvp\(3\) failed|Terraform CLI not present|spawn terraform ENOENT/,
    step: () => TERRAFORM_IS_MISSING,
  },
  {
    pattern: /Unsupported Terraform Core version/,
    step: () => TERRAFORM_IS_OLD,
  },
  {
    pattern: /Could not retrieve providers for locking/,
    step: () =>
      `The provider registry does not answer, and cdktf asks it for checksums. When the provider comes
from a mirror, leave that out: add --skip-provider-lock`,
  },
  {
    pattern: /could not connect to registry\.terraform\.io|Failed to query available provider/,
    step: () =>
      `Terraform cannot load the AWS provider: check the network or the proxy (HTTPS_PROXY). With a
mirror, name it in the file of TF_CLI_CONFIG_FILE and add --skip-provider-lock`,
  },
  {
    pattern: /Backend configuration changed|Backend initialization required/,
    step: () =>
      `The state of this stack is elsewhere than the settings say. To move it, add --migrate-state;
if the settings are wrong, correct STATE_BACKEND and STATE_BUCKET.`,
  },
  {
    pattern: /deleting S3 Bucket \([^)]+\).*?BucketNotEmpty/,
    step: (_, line) => emptyBuckets(line),
  },
  {
    pattern: /Instance cannot be destroyed/,
    step: () =>
      `This resource is protected: prevent_destroy in the stack's source. The state bucket holds the
state of every other stack; destroy those first, then take the protection away and deploy.`,
  },
];

/** What the user does next, or nothing when the output is not known. */
export function nextStep(output: string): string | undefined {
  const line = stripVTControlCharacters(output).replace(/[│╷╵]/g, " ").replace(/\s+/g, " ");
  for (const { pattern, step } of ADVICE) {
    const match = pattern.exec(line);
    if (match !== null) return step(match.groups ?? {}, line);
  }
  return undefined;
}

/** Every bucket here is versioned: its objects are gone only when their versions are. */
function emptyBuckets(line: string): string {
  const found = line.matchAll(/deleting S3 Bucket \(([^)]+)\)(?:(?!Error:).)*?BucketNotEmpty/g);
  const buckets = [...new Set([...found].map(([, bucket = ""]) => bucket))];
  return `Terraform deletes no logs, and files are left in:
  ${buckets.join("\n  ")}
Copy what you want to keep: aws s3 sync s3://BUCKET FOLDER
Then empty it with its old versions, which "aws s3 rm" would leave, and destroy again. To empty it,
choose Empty in the S3 console, or run this; "MalformedXML" says that nothing is left:
  for bucket in ${buckets.join(" ")}; do
    while aws s3api delete-objects --bucket $bucket --delete "$(
      aws s3api list-object-versions --bucket $bucket --max-items 500 --output json \\
        --query '{Objects: [Versions, DeleteMarkers][].{Key: Key, VersionId: VersionId}}'
    )" --query Errors --output text | tee /dev/stderr | grep -qx None; do :; done
  done`;
}
