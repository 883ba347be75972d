import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ownFolders } from "../../../preview/session/own-folders";

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "own-folders-"));
  mkdirSync(join(root, "infra/prod"), { recursive: true });
});

afterEach(() => rmSync(root, { recursive: true }));

describe("the folders of a configuration", () => {
  it("are its repository, where the app and the handlers are", () => {
    mkdirSync(join(root, ".git"));
    expect(ownFolders({}, join(root, "infra/prod"))).toEqual([root]);
    expect(ownFolders({}, root)).toEqual([root]);
  });

  it("are those of its local modules, wherever they are", () => {
    const modules = { addresses: {}, folders: ["/elsewhere/modules/site"], absent: [] };
    expect(ownFolders({ "//": { modules } } as never, join(root, "infra"))).toEqual([
      "/elsewhere/modules/site",
    ]);
  });
});
