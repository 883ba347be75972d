// Loaded into each measured Node.js process: reports its peak memory when it ends.
const { writeFileSync } = require("node:fs");
const { join } = require("node:path");

process.on("exit", () => {
  const { maxRSS } = process.resourceUsage();
  writeFileSync(join(process.env.BENCH_REPORTS, String(process.pid)), String(maxRSS));
});
