import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { request } from "node:https";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { siteStack } from "../preview/support/site-stack";

const folder = mkdtempSync(join(tmpdir(), "cli-preview-"));
const config = join(folder, "main.tf.json");
const running: ChildProcess[] = [];
const env = { PATH: process.env.PATH, HOME: folder };

beforeEach(() => writeFileSync(config, JSON.stringify(siteStack())));
afterEach(() => {
  for (const child of running.splice(0)) child.kill("SIGKILL");
});
afterAll(() => rmSync(folder, { recursive: true }));

type Event = { readonly event: string } & Record<string, unknown>;

/** A preview that tells what happens as JSON lines. */
function start(...args: string[]) {
  const events: Event[] = [];
  const command = ["--import", "tsx", "cli/main.ts", "preview", "--config", config, "--json"];
  const child = spawn(process.execPath, [...command, "--port", "0", "--https-port", "0", ...args], {
    env,
    stdio: ["ignore", "pipe", "inherit"],
  });
  running.push(child);
  const ended = new Promise<number | null>((resolve) => child.on("exit", resolve));
  let rest = "";
  child.stdout?.setEncoding("utf8").on("data", (text: string) => {
    const lines = (rest + text).split("\n");
    rest = lines.pop() ?? "";
    events.push(...lines.map((line) => JSON.parse(line) as Event));
  });
  const next = async (name: string): Promise<Event> => {
    while (child.exitCode === null && child.signalCode === null) {
      const at = events.findIndex(({ event }) => event === name);
      const [found] = at < 0 ? [] : events.splice(0, at + 1).slice(-1);
      if (found !== undefined) return found;
      await sleep(50);
    }
    throw new Error(`the preview ended, with no "${name}" among ${JSON.stringify(events)}`);
  };
  return { child, ended, next };
}

function page(https: unknown, path: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const asked = request(
      `${https}${path}`,
      { rejectUnauthorized: false, agent: false },
      (answer) => {
        let text = "";
        answer.setEncoding("utf8").on("data", (chunk: string) => {
          text += chunk;
        });
        answer.on("end", () => resolve(text));
      },
    );
    asked.on("error", reject);
    asked.end();
  });
}

describe("npm run preview", () => {
  it("serves, tells each request, and ends in order with exit code 0", async () => {
    const { child, ended, next } = start("--no-watch", "--no-inspector");
    const ready = await next("ready");
    expect(ready).toMatchObject({
      stack: config,
      http: expect.stringMatching(/^http:\/\/localhost:\d+$/),
      https: expect.stringMatching(/^https:\/\/localhost:\d+$/),
      behaviors: [
        { pathPattern: "/backend/*", targetOriginId: "backend" },
        { pathPattern: "/api/*", targetOriginId: "api" },
        { pathPattern: "*", targetOriginId: "site" },
      ],
      iamKey: { accessKeyId: expect.stringMatching(/^AKIAPREVIEW/) },
      findings: [{ rule: "no-plain-http-viewers", part: 'behavior "/backend/*"' }],
    });
    expect(await page(ready.https, "/?token=abc")).toBe("<h1>site</h1>");
    expect(await next("request")).toMatchObject({
      request: { method: "GET", path: "/?token=***" },
      response: { status: 200 },
      behavior: "*",
      origin: "site",
      cache: "Miss",
      milliseconds: expect.any(Number),
    });
    expect(statSync(join(folder, ".cache/one-origin/preview/localhost.pem")).mode & 0o777).toBe(
      0o600,
    );
    child.kill("SIGTERM");
    expect(await ended).toBe(0);
  });

  it("takes changes over, and goes on with the old stack when the new one cannot run", async () => {
    const { next } = start("--no-inspector");
    const ready = await next("ready");
    writeFileSync(config, JSON.stringify(siteStack({ page: "<h1>new</h1>" })));
    expect(await next("reloaded")).toMatchObject({
      changed: [expect.stringContaining("main.tf.json")],
    });
    expect(await page(ready.https, "/")).toBe("<h1>new</h1>");
    writeFileSync(config, "{");
    expect((await next("error")).message).toMatch(/is not valid JSON.*\n.*goes on/s);
    expect(await page(ready.https, "/")).toBe("<h1>new</h1>");
  });

  it("lints what it runs anew after each change, shows it in the inspector, and goes on", async () => {
    const { next } = start();
    const ready = await next("ready");
    const seen = async (): Promise<string> => {
      // Over a connection of its own: the inspector may just be ending one that has been idle.
      const headers = { connection: "close" };
      const picture = await fetch(`${ready.inspector}stack.json`, { headers });
      return JSON.stringify(((await picture.json()) as { warnings: string[] }).warnings);
    };
    expect(await seen()).toContain("(no-plain-http-viewers)");
    const suppress = [{ id: "no-plain-http-viewers", reason: "a test network" }];
    const distribution = { "//": { lint: { suppress } }, aliases: ["www.example.com"] };
    writeFileSync(config, JSON.stringify(siteStack({ distribution })));
    expect(await next("reloaded")).toMatchObject({
      findings: [{ rule: "no-alias-without-certificate" }],
    });
    expect(await seen()).not.toContain("(no-plain-http-viewers)");
    expect(await page(ready.https, "/")).toBe("<h1>site</h1>");
  });

  it("prints addresses, behaviors and keys for a reader, and one line a request", async () => {
    const args = ["cli/main.ts", "preview", "--config", config, "--no-watch", "--no-inspector"];
    const child = spawn(
      process.execPath,
      ["--import", "tsx", ...args, "--port", "0", "--https-port", "0"],
      { env, stdio: ["ignore", "pipe", "inherit"] },
    );
    running.push(child);
    let text = "";
    child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
      text += chunk;
    });
    const until = async (pattern: RegExp): Promise<string> => {
      while (child.exitCode === null && child.signalCode === null) {
        const found = pattern.exec(text)?.[1];
        if (found !== undefined) return found;
        await sleep(50);
      }
      throw new Error(`the preview ended, with no ${pattern} in ${text}`);
    };
    const https = await until(/(https:\/\/localhost:\d+)\/ +the distribution.*Ctrl-C/s);
    await page(https, "/%1b[31m");
    expect(await until(/\n(GET .*)\n/)).toMatch(
      /^GET {5}\/%1b\[31m +\* +site +403 Error +[\d.]+ ms$/,
    );
    expect(text).toMatch(/\n {4}\/backend\/\* {2}-> backend \(nowhere\)\n/);
    expect(text).toMatch(/AWS_SECRET_ACCESS_KEY=\S{40}\n/);
    expect(text).toContain('! origin "backend" is backend.example.com');
    expect(text).toContain('! aws_cloudfront_distribution.main: behavior "/backend/*" has');
    await page(https, "/backend/x");
    expect(await until(/\n(GET +\/backend\/x .*\n {2}origin .*)\n/)).toMatch(
      / 502 .*\n {2}origin "backend": dns: origin "backend" is backend\.example\.com, which the$/,
    );
  });

  it.each([
    [["--origin", "bakend=http://localhost:1"], 'there is no origin "bakend"; the origins are'],
    [["--distribution", "aws_cloudfront_distribution.x"], "the stack has no distribution"],
    [["--host", "0.0.0.0"], "add --i-understand if that is what you want"],
  ])("with %j ends with a usage error", (args, message) => {
    const { status, stderr } = spawnSync(
      process.execPath,
      ["--import", "tsx", "cli/main.ts", "preview", "--config", config, ...args],
      { encoding: "utf8", env },
    );
    expect(stderr).toContain(message);
    expect(status).toBe(2);
  });

  it("ends without a word when Ctrl-C comes while it synthesizes", async () => {
    const project = join(folder, "project");
    const started = join(project, "started");
    mkdirSync(project);
    const scripts = { synth: `echo > ${started}; sleep 600` };
    writeFileSync(join(project, "package.json"), JSON.stringify({ scripts }));
    const child = spawn(process.execPath, [resolve("cli/bundled.mjs"), "preview"], {
      cwd: project,
      env,
      stdio: ["ignore", "pipe", "pipe"],
      detached: true, // a terminal tells the whole group
    });
    running.push(child);
    const said: string[] = [];
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text: string) => said.push(text));
    }
    const ended = new Promise((done) => child.on("close", done));
    while (!existsSync(started) && child.exitCode === null) await sleep(50);
    process.kill(-Number(child.pid), "SIGINT");
    expect({ code: await ended, said }).toEqual({ code: 0, said: [] });
  });

  it("starts from the bundle as from the sources, and knows where they are", () => {
    const { status, stdout } = spawnSync(process.execPath, ["cli/bundled.mjs", "help"], {
      encoding: "utf8",
      env,
    });
    expect({ status, stdout }).toEqual({ status: 0, stdout: readFileSync("help", "utf8") });
  });
});
