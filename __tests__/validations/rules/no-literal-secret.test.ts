import { noLiteralSecret } from "../../../validations/rules/no-literal-secret";
import { describeRule } from "../support/describe-rule";

describeRule(noLiteralSecret, {
  fires: {
    "a literal in the header that proves the origin": [
      { "api-origin.custom_header": { name: "x-origin-verify", value: "a1b2c3d4e5f6a7b8c9" } },
      /has a literal of 18 characters in origin.1.custom_header.value/,
    ],
    "a literal in a function's environment": [
      {
        "aws_lambda_function.api.environment.variables": { DB_PASSWORD: "hunter2hunter2hunter2" },
      },
      /in environment.variables.DB_PASSWORD/,
    ],
    "a private key anywhere": [
      { "aws_lambda_function.api.description": "-----BEGIN RSA PRIVATE KEY-----" },
      /has a key as a literal in description/,
    ],
    "the default of a variable that is named as a secret": [
      { "variable.origin_token.default": "a1b2c3d4e5f6a7b8c9" },
      /has a literal of 18 characters in default/,
    ],
  },
  passes: {
    "a reference": {
      "api-origin.custom_header": {
        name: "x-origin-verify",
        value: "${random_password.verify.result}",
      },
      "random_password.verify": { length: 32 },
    },
    "the name of a secret": {
      "data.aws_secretsmanager_secret_version.db.secret_id": "prod/shop/database-1",
    },
  },
  undecided: {
    "a password from a file": {
      "aws_lambda_function.api.environment.variables.DB_PASSWORD": '${file("password")}',
    },
  },
});
