import fs, {
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { watchSources } from "../../../cli/preview/watch-sources";

const folder = mkdtempSync(join(tmpdir(), "watch-"));
const stops: (() => void)[] = [];
const problems: string[] = [];

afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});
afterAll(() => rmSync(folder, { recursive: true }));

function watching(paths: readonly string[], onChange = async (): Promise<void> => {}) {
  const told: string[][] = [];
  const stop = watchSources({
    paths,
    onProblem: (message) => problems.push(message),
    onChange: async (changed) => {
      told.push(changed.map((file) => relative(folder, join(process.cwd(), file))));
      await onChange();
    },
  });
  stops.push(stop);
  return told;
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await sleep(50);
}

describe("watching", () => {
  it("tells of a burst of changes once, and not of what tools leave behind", async () => {
    const site = join(folder, "site");
    mkdirSync(join(site, "sub"), { recursive: true });
    mkdirSync(join(site, "node_modules"), { recursive: true });
    await sleep(100);
    const told = watching([site]);
    await sleep(100);
    writeFileSync(join(site, "a.html"), "1");
    writeFileSync(join(site, "sub", "b.html"), "1");
    writeFileSync(join(site, "node_modules", "c.js"), "1");
    writeFileSync(join(site, "a.html~"), "1");
    await until(() => told.length > 0);
    await sleep(300);
    expect(told).toEqual([["site/a.html", "site/sub/b.html"]]);
  });

  it("goes on without a folder that the system cannot watch, and says so", async () => {
    const [full, fine] = ["full", "fine"].map((name) => join(folder, name, "a.json"));
    for (const file of [full, fine] as string[]) {
      mkdirSync(dirname(file));
      writeFileSync(file, "{}");
    }
    jest.spyOn(fs, "watch").mockImplementationOnce(() => {
      throw new Error("ENOSPC: System limit for number of file watchers reached");
    });
    const told = watching([full as string, fine as string]);
    jest.restoreAllMocks();
    expect(problems.splice(0)).toEqual([
      `"${join(folder, "full")}" is not watched: start again after a change (ENOSPC: System limit for number of file watchers reached)`,
    ]);
    writeFileSync(fine as string, "1");
    await until(() => told.length > 0);
    expect(told).toEqual([["fine/a.json"]]);
  });

  it("follows a file that an editor replaces, and only that one", async () => {
    const file = join(folder, "main.tf.json");
    writeFileSync(file, "{}");
    await sleep(100);
    const told = watching([file]);
    await sleep(100);
    writeFileSync(join(folder, "other.json"), "{}");
    writeFileSync(join(folder, "new"), "{ }");
    renameSync(join(folder, "new"), file);
    await until(() => told.length > 0);
    expect(told).toEqual([["main.tf.json"]]);
  });

  it("follows a file that is written in place after another one took its place", async () => {
    const site = join(folder, "replaced");
    const file = join(site, "sub", "index.html");
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, "1");
    const told = watching([site]);
    writeFileSync(join(folder, "new"), "2");
    renameSync(join(folder, "new"), file);
    await until(() => told.length === 1);
    writeFileSync(file, "3");
    await until(() => told.length === 2);
    expect(told).toEqual([["replaced/sub/index.html"], ["replaced/sub/index.html"]]);
  });

  it("follows a folder that a build deletes and makes again, with what is in it", async () => {
    const site = join(folder, "dist");
    const make = (): void => {
      mkdirSync(join(site, "assets"), { recursive: true });
      writeFileSync(join(site, "assets", "app.js"), "1");
    };
    make();
    const told = watching([site]);
    rmSync(site, { recursive: true });
    await until(() => told.length === 1);
    make();
    await until(() => told.length === 2);
    writeFileSync(join(site, "assets", "app.js"), "2");
    await until(() => told.length === 3);
    expect(told.map((files) => files.includes("dist"))).toEqual([true, true, false]);
    expect(told[2]).toEqual(["dist/assets/app.js"]);
  });

  it("waits for what is not there yet, and does not follow links in circles", async () => {
    const site = join(folder, "later");
    const told = watching([site]);
    mkdirSync(site);
    symlinkSync(site, join(site, "self"));
    await until(() => told.length === 1);
    writeFileSync(join(site, "index.html"), "1");
    await until(() => told.length === 2);
    expect(told[1]).toEqual(["later/index.html"]);
  });

  it("watches a built app in a package, whose folder is named node_modules", async () => {
    const site = join(folder, "node_modules", "app", "dist");
    mkdirSync(join(site, "node_modules"), { recursive: true });
    const told = watching([site]);
    writeFileSync(join(site, "node_modules", "left.js"), "1");
    writeFileSync(join(site, "index.html"), "1");
    await until(() => told.length === 1);
    expect(told).toEqual([["node_modules/app/dist/index.html"]]);
  });

  it("does not start again before it is done", async () => {
    const file = join(folder, "busy.json");
    writeFileSync(file, "{}");
    await sleep(100);
    let running = 0;
    let most = 0;
    const told = watching([file], async () => {
      running += 1;
      most = Math.max(most, running);
      await sleep(400);
      running -= 1;
    });
    await sleep(100);
    writeFileSync(file, "1");
    await until(() => told.length === 1);
    writeFileSync(file, "2");
    await until(() => told.length === 2);
    expect({ runs: told.length, most }).toEqual({ runs: 2, most: 1 });
  });
});
