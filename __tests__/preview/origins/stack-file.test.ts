import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { readStackFile } from "../../../preview/origins/stack-file";
import { folderWith } from "./support/exchange";

const outside = folderWith({ "outside.txt": "outside" });
const stackFolder = folderWith({
  "a.txt": "a",
  "b/c.txt": "c",
  "b/.hidden/d.txt": "d",
  ".well-known/security.txt": "contact",
  "terraform.tfstate.backup": "{}",
  "key.PEM": "key",
  "node_modules/x/index.js": "x",
});
symlinkSync(join(outside, "outside.txt"), join(stackFolder, "link.txt"));
symlinkSync(outside, join(stackFolder, "folder-link"));
symlinkSync(join(stackFolder, "a.txt"), join(stackFolder, "inner-link.txt"));
const rules = { stackFolder, allowedFolders: [] };

describe("a file that the stack names", () => {
  it.each([
    "a.txt",
    "./a.txt",
    "b/../a.txt",
    "inner-link.txt",
    "b/c.txt",
    ".well-known/security.txt",
  ])("is read at %s", async (name) => {
    expect((await readStackFile(name, rules)).bytes.length).toBeGreaterThan(0);
  });

  it.each([
    "link.txt",
    "folder-link/outside.txt",
    "../outside.txt",
    "../../../../../../etc/passwd",
    "/etc/passwd",
    "a.txt\0.html",
    "b",
    "b/.hidden/d.txt",
    "terraform.tfstate.backup",
    "key.PEM",
    "node_modules/x/index.js",
    "..\\..\\etc\\passwd",
    "C:\\Windows\\win.ini",
    "//server/share/file",
    "file:///etc/passwd",
    "",
  ])("is refused at %j", async (name) => {
    await expect(readStackFile(name, rules)).rejects.toThrow();
  });

  it("may be in a folder that is allowed, but not beside it", async () => {
    const open = { stackFolder, allowedFolders: [outside] };
    expect((await readStackFile("link.txt", open)).bytes.toString()).toBe("outside");
    const beside = folderWith({ "x.txt": "x" });
    await expect(readStackFile(join(beside, "x.txt"), open)).rejects.toThrow(
      /outside of the folders/,
    );
  });
});
