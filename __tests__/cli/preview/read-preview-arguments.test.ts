import { generateKeyPairSync } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readPreviewArguments } from "../../../cli/preview/read-preview-arguments";
import { UsageError } from "../../../cli/usage-error";

const folder = mkdtempSync(join(tmpdir(), "arguments-"));
const ca = join(folder, "ca.pem");
writeFileSync(ca, "-----BEGIN CERTIFICATE-----\nx\n-----END CERTIFICATE-----\n");
const jwks = join(folder, "jwks.json");
const { publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
const keys = [{ ...publicKey.export({ format: "jwk" }), kid: "k1" }];
writeFileSync(jwks, JSON.stringify({ keys }));

afterAll(() => rmSync(folder, { recursive: true }));

describe("the arguments of preview", () => {
  it("have defaults", () => {
    expect(readPreviewArguments([])).toMatchObject({
      stack: undefined,
      config: undefined,
      run: { set: {}, origins: {}, jwtKeys: {} },
      host: "127.0.0.1",
      port: undefined,
      httpsPort: undefined,
      delay: 0,
      allowedOrigins: [],
      watches: true,
      json: false,
    });
  });

  it("are all read", () => {
    const args = [
      ...["spa-alb", "--origin", "alb=http://localhost:3000/", "--origin", "b=https://b.test"],
      ...["--set", "var.name=8", "--set", 'var.list=["a"]', "--set", "data.a.b.c=x=y"],
      ...["--distribution", "aws_cloudfront_distribution.d", "--origin-ca", ca],
      ...["--jwks", `https://issuer.test=${jwks}`],
      ...["--country", "de", "--port", "81", "--https-port", "82", "--delay", "200"],
      ...["--allow-origin", "http://localhost:3000", "--no-watch", "--json"],
    ];
    expect(readPreviewArguments(args)).toMatchObject({
      stack: "spa-alb",
      run: {
        origins: { alb: "http://localhost:3000", b: "https://b.test" },
        set: { "var.name": "8", "var.list": ["a"], "data.a.b.c": "x=y" },
        distribution: "aws_cloudfront_distribution.d",
        originCa: expect.stringContaining("BEGIN CERTIFICATE"),
        jwtKeys: { "https://issuer.test": { keys } },
        country: "DE",
      },
      port: 81,
      httpsPort: 82,
      delay: 200,
      allowedOrigins: ["http://localhost:3000"],
      watches: false,
      json: true,
    });
  });

  it("listen elsewhere than on loopback only for who understands it (V1)", () => {
    expect(() => readPreviewArguments(["--host", "0.0.0.0"])).toThrow(
      "--host 0.0.0.0 would let every machine of the network run your functions and reach your backends; add --i-understand if that is what you want",
    );
    expect(readPreviewArguments(["--host", "0.0.0.0", "--i-understand"]).host).toBe("0.0.0.0");
    expect(readPreviewArguments(["--host", "localhost"]).host).toBe("127.0.0.1");
  });

  it.each([
    [["a", "b"], "name one stack, got a, b"],
    [["a", "--config", "f"], 'name a stack or --config, not both: got "a" and "f"'],
    [["--var-file", "p.tfvars"], /^--var-file goes with --config, .*; got "p\.tfvars"$/],
    [["--port", "99999"], '--port must be a whole number from 0 to 65535, got "99999"'],
    [["--delay", "fast"], '--delay must be a whole number from 0 to 60000, got "fast"'],
    [["--origin", "localhost"], /^--origin must be like ID=http:\/\/localhost:3000, .*"localhost"/],
    [["--set", "a=b"], '--set must be like address.attribute=value, got "a=b"'],
    [["--set", "a.b=[1"], /^--set a\.b: the value is no JSON/],
    [["--origin-ca", "none.pem"], /^--origin-ca none\.pem cannot be read/],
    [["--origin-ca", "package.json"], "--origin-ca package.json holds no certificate in PEM"],
    [["--jwks", "jwks.json"], '--jwks must be like https://ISSUER=FILE, got "jwks.json"'],
    [["--jwks", "https://i.test=package.json"], /^--jwks package\.json holds no JSON Web Key Set/],
    [["--country", "Germany"], '--country must be two letters, such as DE, got "Germany"'],
    [["--allow-origin", "localhost:3000/x"], /^--allow-origin must be an origin such as/],
    [
      ["--delay", "-1"],
      '--delay lacks its value; one that starts with "-" is written --delay=VALUE',
    ],
    [["--prot", "1"], `unknown option '--prot'; "npm run help" lists the options`],
  ])("%j are a usage error", (args, message) => {
    expect(() => readPreviewArguments(args)).toThrow(UsageError);
    expect(() => readPreviewArguments(args)).toThrow(message);
  });
});
