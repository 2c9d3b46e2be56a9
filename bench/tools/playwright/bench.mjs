// The work of the bench as a good Playwright script does it: bench.mjs APP URL JOBS, where JOBS has one job a line.
// One line of JSON for each job goes to standard output as it ends. The account is BENCH_USERNAME and BENCH_PASSWORD.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const [app, url, jobs] = process.argv.slice(2);
// The package is in a cache outside of the repository.
const { chromium } = createRequire(`${process.env.BENCH_PLAYWRIGHT}/package.json`)("playwright-core");
const { App } = await import(`./${app}.mjs`);

// What idlcm gives its browser, too (src/browser/launch.rs).
const args = ["--window-size=1280,900", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
if (process.getuid() === 0) args.push("--no-sandbox", "--disable-dev-shm-usage");

const browser = await chromium.launch({ executablePath: process.env.BENCH_BROWSER, args });
const page = await browser.newPage({ baseURL: url, viewport: { width: 1280, height: 900 } });
page.setDefaultTimeout(30_000);
const now = new App(page);
await now.login({ username: process.env.BENCH_USERNAME, password: process.env.BENCH_PASSWORD });
for (const line of readFileSync(jobs, "utf8").trim().split("\n")) {
  const { action, user, view } = JSON.parse(line);
  process.stdout.write(`${JSON.stringify({ action, ...(await work(action, user, view)) })}\n`);
}
await browser.close();

async function work(action, user, view) {
  switch (action) {
    case "check": return { read: (await now.first()).length };
    case "users.list": return { items: await (view === "grid" ? now.grid() : now.list()) };
    case "users.get": return { user: await now.get(user) };
    case "users.create": return { user: await now.create(user) };
    case "users.update": return { user: await now.update(user) };
    case "users.disable": return { user: await now.disable(user) };
    default: throw new Error(`unknown action ${action}`);
  }
}
