import { DataAwsSecretsmanagerRandomPassword } from "@cdktf/provider-aws/lib/data-aws-secretsmanager-random-password";
import { SsmParameter } from "@cdktf/provider-aws/lib/ssm-parameter";
import { Construct } from "constructs";

/** Properties for an {@link OriginLock}. */
export interface OriginLockProps {
  /** Start of the parameters' names: unique for each distribution of an account. */
  readonly name: string;

  /**
   * Which of the two values CloudFront sends. The origin takes both, so that switching from one to
   * the other refuses nobody.
   */
  readonly active: "a" | "b";

  /**
   * The header that carries the value.
   *
   * @default "X-Origin-Verify"
   */
  readonly headerName?: string;
}

/**
 * A secret header that only this distribution sends, so that an origin can refuse whoever passes
 * CloudFront by. Two values are made by AWS Secrets Manager at the first apply and kept as encrypted
 * parameters `/<name>/origin-lock/a` and `/b`; they are never in the synthesized JSON, but they are in
 * the Terraform state.
 *
 * To rotate: replace the idle parameter (`terraform apply -replace=…`), give the origin both values,
 * then set `active` to it.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/restrict-access-to-load-balancer.html
 */
export class OriginLock extends Construct {
  /** For `customHeaders` of the origins to lock. */
  readonly customHeaders: Readonly<Record<string, string>>;

  constructor(scope: Construct, id: string, { active, headerName, name }: OriginLockProps) {
    super(scope, id);
    if (/^(aws|ssm)/i.test(name)) {
      throw new Error(
        `Parameter Store reserves names that start with aws or ssm, got "${name}"; choose another name (at ${this.node.path})`,
      );
    }
    const values = { a: this.addValue("a", name), b: this.addValue("b", name) };
    this.customHeaders = { [headerName ?? "X-Origin-Verify"]: values[active] };
  }

  private addValue(slot: "a" | "b", name: string): string {
    const scope = new Construct(this, slot);
    const random = new DataAwsSecretsmanagerRandomPassword(scope, "Random", {
      passwordLength: 48,
      excludePunctuation: true,
    });
    return new SsmParameter(scope, "Parameter", {
      name: `/${name}/origin-lock/${slot}`,
      type: "SecureString",
      value: random.randomPassword,
      // Every read of the data source makes another value; the first one stays.
      lifecycle: { ignoreChanges: ["value"] },
    }).value;
  }
}
