// Walks the whole way of somebody new through the console, and looks at each page: axe-core in light, in dark and narrow; no
// sideways scrolling on a telephone and at 400 %; everything that can be used is reached with Tab and shows that it is; nothing
// is asked of another origin; the browser has nothing to complain of. Then the same way without JavaScript.
// Called by console-check.sh. Starts the program itself, with folders of its own and on free ports.
// --sources: templates, styles and script as they are in src/, not those that were built in. --pictures DIR: of each page.

import { execFileSync, spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync, openSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [modules, ...options] = process.argv.slice(2);
const { chromium } = await import(pathToFileURL(join(modules, "playwright-core/index.mjs")));
const AXE = readFileSync(join(modules, "axe-core/axe.min.js"), "utf8");
const sources = options.includes("--sources");
const pictures = options.includes("--pictures") ? resolve(options[options.indexOf("--pictures") + 1]) : null;
const idlcm = resolve(process.env.IDLCM);
const root = resolve(".");
const source = join(root, "src/gateway/console");
const work = mkdtempSync(join(tmpdir(), "console-check-"));
const PASSWORD = "four words in a row";
if (pictures) mkdirSync(pictures, { recursive: true });

// ---- the programs ----

const running = new Set();
const freePort = () => new Promise((done) => {
  const server = createServer().listen(0, "127.0.0.1", () => {
    const { port } = server.address();
    server.close(() => done(port));
  });
});
const start = (name, args, env = {}) => {
  const log = openSync(join(work, `${name}.log`), "a");
  const child = spawn(idlcm, args, { cwd: work, env: { ...process.env, ...env }, stdio: ["ignore", log, log] });
  running.add(child);
  child.gone = new Promise((done) => child.on("exit", () => { running.delete(child); done(); }));
  return child;
};
const stop = async (child) => { child.kill("SIGTERM"); await child.gone; };
// Until it answers: each try is a request, and the port answers or refuses at once.
const answers = async (url) => {
  const until = Date.now() + 30_000;
  for (;;) {
    try { return await fetch(url, { redirect: "manual" }); } catch (error) {
      if (Date.now() > until) throw new Error(`nothing answers at ${url}: ${error.cause ?? error}`);
      await new Promise((next) => setImmediate(next));
    }
  }
};

const [appPort, scimPort, managePort, deadPort] = await Promise.all([freePort(), freePort(), freePort(), freePort()]);
const APP = `http://127.0.0.1:${appPort}`;
const BASE = `http://127.0.0.1:${managePort}`;
const fixture = join(work, "ledgerly");
cpSync(join(root, "fixtures/ledgerly"), fixture, { recursive: true });
let app = null;
const serveApp = async (...faults) => {
  if (app) await stop(app);
  app = start("app", ["fixture", "serve", fixture, "--addr", `127.0.0.1:${appPort}`, ...faults.flatMap((fault) => ["--fault", fault])]);
  await answers(APP);
};

// ---- looking ----

let page;
let shown = 0;
const findings = [];
const complaints = [];
const find = (name, text) => { findings.push(`${name}: ${text}`); return text; };
const slug = (name) => name.toLowerCase().replace(/[^a-z0-9]+/g, "-");

const axe = async (name, how) => {
  await page.evaluate(AXE);
  const violations = await page.evaluate(async () => {
    const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];
    const { violations } = await window.axe.run(document, { runOnly: { type: "tag", values: tags }, iframes: false });
    return violations.map(({ id, help, nodes }) => `${id} (${help}): ${nodes.map((node) => `${node.target} ${node.any?.[0]?.message ?? ""}`).join(" | ")}`);
  });
  return violations.map((text) => find(name, `${how}: ${text}`));
};

// What a keyboard can reach, by what it is called: parts of a live page may be replaced while it is walked through.
const INSIDE = () => {
  const called = (element) => [element.tagName, element.type ?? "", element.name ?? "", element.getAttribute("href") ?? "", element.id, element.closest("form")?.getAttribute("action") ?? "", (element.textContent ?? "").trim().slice(0, 40)].join("·");
  window.checkCalled = called;
  const all = document.querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]:not([tabindex='-1'])");
  const usable = [...all].filter((element) => !element.disabled && !element.closest("[inert]") && element.checkVisibility({ visibilityProperty: true }));
  const groups = new Set();
  return usable.filter((element) => {
    if (element.type !== "radio") return true;
    const group = document.querySelectorAll(`input[type=radio][name="${element.name}"]:not([disabled])`);
    const one = [...group].find((radio) => radio.checked) ?? group[0];
    if (element !== one || groups.has(element.name)) return false;
    groups.add(element.name);
    return true;
  }).map(called);
};
const AT = () => {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const style = getComputedStyle(element);
  const box = element.getBoundingClientRect();
  const [x, y] = [(Math.max(box.left, 0) + Math.min(box.right, innerWidth)) / 2, (Math.max(box.top, 0) + Math.min(box.bottom, innerHeight)) / 2];
  const top = document.elementFromPoint(x, y);
  const rects = [...element.getClientRects()];
  const seen = rects.some((one) => {
    const hit = document.elementFromPoint(one.left + one.width / 2, one.top + Math.min(one.height / 2, innerHeight - one.top - 1));
    return hit && (element.contains(hit) || hit.contains(element));
  }) || (top && (element.contains(top) || top.contains(element)));
  return { called: window.checkCalled(element), ring: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2, seen: Boolean(seen) };
};
const keyboard = async (name) => {
  const wanted = await page.evaluate(INSIDE);
  await page.evaluate(() => { document.body.tabIndex = -1; document.body.focus(); document.body.removeAttribute("tabindex"); scrollTo(0, 0); });
  const reached = new Set();
  const told = new Set();
  for (let press = 0; press < wanted.length * 2 + 20; press += 1) {
    await page.keyboard.press("Tab");
    const at = await page.evaluate(AT);
    if (!at) break;
    if (reached.has(at.called) && [...wanted].every((one) => reached.has(one))) break;
    reached.add(at.called);
    // In a frame it is the page inside that has the focus.
    if (!at.ring && !at.called.startsWith("IFRAME")) told.add(`no ring around ${at.called}`);
    if (!at.seen) told.add(`hidden behind something when it has the focus: ${at.called}`);
  }
  const now = new Set(await page.evaluate(INSIDE));
  for (const one of wanted) if (!reached.has(one) && now.has(one)) told.add(`not reached with Tab: ${one}`);
  return [...told].map((text) => find(name, text));
};

const sideways = async (name, width, height) => {
  await page.setViewportSize({ width, height });
  const { wide, room, out } = await page.evaluate(() => {
    const box = document.scrollingElement;
    const out = [...document.querySelectorAll("body *")].filter((one) => one.getBoundingClientRect().right > box.clientWidth + 1 && !one.closest(".scroll, .tabs, .unseen, .skip"));
    return { wide: box.scrollWidth, room: box.clientWidth, out: out.slice(0, 3).map((one) => `${one.tagName}.${one.className}`) };
  });
  return wide > room ? [find(name, `at ${width} px the page is ${wide} px wide (${out.join(", ")})`)] : [];
};

const picture = async (name, how) => {
  if (pictures) await page.screenshot({ path: join(pictures, `${String(shown).padStart(2, "0")}-${slug(name)}-${how}.png`), fullPage: true });
};

const WIDE = { width: 1280, height: 900 };
const look = async (name) => {
  shown += 1;
  const told = [];
  await page.mouse.move(0, 0);
  // What is in a frame is loaded when it comes into view.
  for (const frame of await page.locator("iframe").all()) {
    await frame.scrollIntoViewIfNeeded();
    await (await (await frame.elementHandle()).contentFrame()).waitForLoadState();
  }
  for (const scheme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme: scheme });
    told.push(...await axe(name, scheme));
    await picture(name, scheme);
  }
  await page.emulateMedia({ colorScheme: "light" });
  told.push(...await sideways(name, 320, 640), ...await sideways(name, 360, 740), ...await axe(name, "360 px"));
  await picture(name, "360");
  await page.setViewportSize(WIDE);
  told.push(...await keyboard(name), ...complaints.splice(0).map((text) => find(name, text)));
  console.log(`${told.length ? "FOUND" : "  ok "}  ${name}`);
  for (const text of told) console.log(`         ${text}`);
};

const open = async (context) => {
  page = await context.newPage();
  page.setDefaultTimeout(30_000);
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (url.origin !== BASE && !["data:", "blob:", "about:"].includes(url.protocol)) complaints.push(`asks another origin: ${request.url()}`);
  });
  page.on("pageerror", (error) => complaints.push(`a script fails: ${error.message}`));
  page.on("console", (message) => {
    if (!["error", "warning"].includes(message.type())) return;
    // That a page was refused is told by its status, too: some are looked at for that.
    if (/the server responded with a status of 4/.test(message.text())) return;
    // The report of evidence may run no script, not even one of this check.
    if (/^Blocked script execution in '[^']*\/report'/.test(message.text())) return;
    complaints.push(`the browser complains: ${message.text()}`);
  });
  page.on("dialog", (dialog) => dialog.accept());
  if (sources) {
    await context.route("**/console/assets/*", async (route) => {
      const file = new URL(route.request().url()).pathname.split("/").pop();
      const [path, type] = { "console.css": ["console.css", "text/css"], "console.js": ["console.js", "text/javascript"], "icon.svg": ["icon.svg", "image/svg+xml"] }[file] ?? [];
      if (path) await route.fulfill({ body: readFileSync(join(source, "assets", path)), contentType: type });
      else await route.continue();
    });
  }
};

// ---- the way ----

const go = (path) => page.goto(BASE + path);
const press = (name) => page.getByRole("button", { name, exact: true }).first().click();
const heading = (text) => page.getByRole("heading", { name: text }).first().waitFor({ timeout: 60_000 });
const signIn = async (name = "olivia", password = PASSWORD) => {
  await go("/console/sign-in");
  await page.fill("#name", name);
  await page.fill("#password", password);
  await press("Sign in");
};
// A page that is not told of changes stays as it was served: what is under way can be looked at for as long as it takes.
const still = async (act) => {
  await page.route("**/console/live", () => {});
  await act();
};
const alive = () => page.unroute("**/console/live");

const create = async (name, { address = APP, account, idp = "generic", looking = false } = {}) => {
  await go("/console/new");
  await page.fill("#name", name);
  await page.check("#app-ledgerly");
  if (looking) await look("wizard: app");
  const more = page.locator("details.more");
  if (!(await more.evaluate((one) => one.open))) await more.locator("summary").click();
  await page.fill("#base_url", address);
  for (const input of await page.locator(".params:not([hidden]) input").all()) await input.fill("northwind");
  await page.selectOption("#idp", idp);
  if (looking) await look("wizard: app, filled in");
  await page.locator("form.narrow button.first").click();
  await page.waitForURL("**/account");
  if (looking) {
    await look("wizard: service account");
    // Nothing chosen, sent without the browser's own check.
    await page.locator("form.narrow").evaluate((form) => { form.noValidate = true; });
    await page.locator("form.narrow button.first").click();
    await page.locator("#problems .note").waitFor();
    await look("wizard: service account, nothing chosen");
  }
  await page.getByLabel(account, { exact: true }).check();
  await page.locator("form.narrow button.first").click();
  await page.waitForURL("**/settings");
};
const toTest = async () => {
  await page.locator("form.narrow button.first").click();
  await page.waitForURL("**/test");
};
const runTest = async () => {
  await press("Test and save");
  await page.waitForURL("**/test?job=*");
};

const walk = async (context) => {
  await open(context);
  await go("/console/sign-in");
  await look("sign in: nobody yet");
  execFileSync(idlcm, ["console", "owner", "olivia", "--display", "Olivia Okafor", "--gateway", BASE, "--admin-token-file", "data/admin-token"], { cwd: work, input: `${PASSWORD}\n`, stdio: ["pipe", "ignore", "inherit"] });
  await go("/console/sign-in");
  await look("sign in");
  await signIn("olivia", "not the password");
  await page.locator(".note.bad").waitFor();
  await look("sign in: wrong password");
  await signIn();
  await page.waitForURL("**/console");
  await look("integrations: none");

  await go("/console/people");
  await look("people");
  await go("/console/people/new");
  await look("add person");
  await page.fill("#name", "vera");
  await page.fill("#password", "short");
  await press("Add person");
  await page.locator("main .note.bad").waitFor();
  await look("add person: weak password");
  await page.fill("#password", "a first password");
  await page.selectOption("#role", "viewer");
  await press("Add person");
  await page.locator("main .note.good").waitFor();
  await look("people: one added");
  await page.getByRole("link", { name: "vera" }).click();
  await page.locator("#person-form").waitFor();
  await look("person");
  await go("/console/people?q=nobody-of-that-name");
  await look("people: nobody found");

  await go("/console/account");
  await look("account");
  await press("Set up");
  await page.locator("#seed").waitFor();
  await look("account: setting up codes");

  await go("/console/new");
  await look("wizard: app, empty");
  await page.fill("#name", "Nothing more");
  await page.locator("form.narrow").evaluate((form) => { form.noValidate = true; });
  await page.locator("form.narrow button.first").click();
  await page.locator("#problems .note").waitFor();
  await look("wizard: app, with a problem");

  await create("Northwind Ledgerly", { account: "ledgerly", idp: "okta", looking: true });
  await look("wizard: settings");
  await page.fill("#limits", "users.nothing: many");
  await page.locator("form.narrow button.first").click();
  await page.locator("#problems .note").waitFor();
  await look("wizard: settings, with a problem");
  await page.fill("#limits", "users.disable: 20/h");
  await page.getByRole("button", { name: "User schema" }).click();
  await page.locator(".drawer").waitFor();
  await look("user schema");
  await page.locator("input[name='role.id']").first().fill("auditor");
  await page.locator("input[name='role.label']").first().fill("Auditor");
  await page.locator("input[name='role.incompatible']").first().fill("nobody");
  await page.locator(".drawer #problems .note").waitFor();
  await look("user schema, with a problem");
  await page.locator("input[name='role.incompatible']").first().fill("admin");
  await page.locator(".drawer #problems .note").waitFor({ state: "detached" });
  await page.locator(".drawer button.first").click();
  await page.waitForURL("**/settings");
  await toTest();
  await look("wizard: test and save");
  await go("/console");
  await look("integrations: a draft");
  await page.getByRole("link", { name: "Northwind Ledgerly" }).click();
  await page.waitForURL("**/app");
  await go(new URL(page.url()).pathname.replace("/app", "/test"));
  await serveApp("slow=400");
  await still(runTest);
  await heading("Checking your integration setup");
  await look("test: running");
  await alive();
  await page.reload();
  await heading("Your integration works");
  await serveApp();

  const at = "/console/integrations/northwind-ledgerly";
  // Once more, and this time the page follows by itself.
  await page.locator(".head details.menu summary").click();
  await look("integration: its menu");
  await page.locator(".head details.menu[open]").waitFor();
  await page.locator(".head details.menu").getByRole("button", { name: "Test" }).click();
  await page.waitForURL("**/test?job=*");
  await heading("Your integration works");
  await look("test: your integration works");
  await go(`${at}/users`);
  await look("users: not synced yet");
  await go(`${at}/sync`);
  await look("sync: not yet");
  await serveApp("slow=300");
  await still(() => press("Sync now"));
  await heading("Reading Ledgerly");
  await look("sync: reading");
  await alive();
  await page.reload();
  await page.getByText("Last sync: just now").waitFor({ timeout: 90_000 });
  await serveApp();
  await look("sync: done");

  await go(`${at}/provider`);
  await look("identity provider: Okta, no token");
  execFileSync("python3", ["-c", "import sqlite3; db = sqlite3.connect('data/gateway.db', timeout=20); db.execute('UPDATE sessions SET confirmed_at = confirmed_at - 600000'); db.commit()"], { cwd: work });
  await press("Make a token");
  await heading("Confirm that it is you");
  await look("confirm");
  await page.fill("#_password", "not the password");
  await press("Go on");
  await page.locator("main .note.bad").waitFor();
  await look("confirm: wrong password");
  await page.fill("#_password", PASSWORD);
  await press("Go on");
  await page.locator("#token").waitFor();
  await look("identity provider: the new token");
  const [url, token] = [await page.locator("#scim-url").innerText(), await page.locator("#token").innerText()];
  const scim = (path, init = {}) => fetch(url.replace(/^https?:\/\/[^/]+/, `http://127.0.0.1:${scimPort}`) + path, {
    ...init, headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/scim+json" },
  });
  const user = (name, given, role) => JSON.stringify({
    schemas: ["urn:ietf:params:scim:schemas:core:2.0:User"], userName: name, emails: [{ value: name, primary: true }],
    name: { formatted: given }, displayName: given, roles: [{ value: role }], active: true,
  });
  await go(`${at}/users`);
  const made = await scim("/Users", { method: "POST", body: user("grace@northwind.example", "Grace Hopper", "viewer") });
  if (made.status !== 201) find("users", `a user could not be created: ${made.status} ${await made.text()}`);
  await page.getByText("grace@northwind.example").first().waitFor();
  await look("users");
  await go(`${at}/users?q=nobody-of-that-name`);
  await look("users: nothing found");
  for (const tab of ["roles", "jobs", "activity", "settings"]) {
    await go(`${at}/${tab}`);
    await look(`integration: ${tab}`);
  }
  await go(`${at}/settings/account`);
  await look("settings: service account");
  await go(`${at}/settings/schema`);
  await look("settings: user schema");
  await go("/console/jobs?action=users.create");
  await page.locator("tbody th a").first().click();
  await heading("Timeline");
  await look("job: done");

  // An app that says yes and does nothing: only a person can say what became of it.
  await serveApp("lie=9");
  const lied = await scim("/Users", { method: "POST", body: user("ada@northwind.example", "Ada Lovelace", "viewer") });
  await lied.text();
  await serveApp();
  await go("/console/jobs?q=ada@northwind.example");
  await page.locator("tbody th a").first().click();
  await page.getByText(/A person has to look|Failed/).first().waitFor();
  await look("job: uncertain or failed");

  // Much fewer than before: the sync waits for somebody.
  const yaml = readFileSync(join(fixture, "fixture.yaml"), "utf8");
  writeFileSync(join(fixture, "fixture.yaml"), yaml.replace("count: 42", "count: 12"));
  await serveApp();
  await go(`${at}/sync`);
  await press("Sync now");
  await heading("A sync waits for your word");
  await look("sync: to be reviewed");
  await go(at);
  await look("integration: to be reviewed");
  await go(`${at}/sync`);
  await press("It is wrong: drop it");
  await page.getByRole("heading", { name: "A sync waits for your word" }).waitFor({ state: "detached" });

  // An address where nothing answers, and a password that the app refuses.
  await create("No such address", { address: `http://127.0.0.1:${deadPort}`, account: "ledgerly", idp: "entra" });
  await toTest();
  await runTest();
  await page.locator("#test .note.warn").waitFor({ timeout: 60_000 });
  await look("test: nothing answers at the address");
  await create("Another address", { address: BASE, account: "ledgerly" });
  await toTest();
  await runTest();
  await page.getByRole("heading", { name: "The test failed" }).waitFor({ timeout: 120_000 });
  await look("test: the address of something else");
  await go("/console/integrations/no-such-address/provider");
  await look("identity provider: Entra");
  await create("Stale password", { account: "stale" });
  await toTest();
  await runTest();
  await page.getByRole("heading", { name: "The test failed" }).waitFor({ timeout: 120_000 });
  await look("test: wrong password");
  await go("/console/integrations/stale-password");
  await page.locator("#banner .note").first().waitFor();
  await look("integration: its jobs wait");
  await go("/console/integrations/stale-password/provider");
  await look("identity provider: any other");

  await page.locator(".head details.menu summary").click();
  await page.locator(".head details.menu").getByRole("button", { name: "Pause" }).click();
  await page.waitForURL("**/stale-password");
  await look("integration: paused");

  await go("/console");
  await look("integrations");
  await page.locator("tbody details.menu summary").first().click();
  await look("integrations: a menu");
  await go("/console/jobs");
  await look("jobs");
  await go("/console/activity");
  await look("activity");
  await go("/console/activity?outcome=held&actor=nobody");
  await look("activity: nothing found");
  await go("/console/integrations/none-of-that-id");
  await look("trouble: not found");

  await page.route("**/console/live", (route) => route.abort());
  await go("/console");
  await page.locator("#connection").waitFor();
  complaints.splice(0);
  await look("integrations: no connection");
  await page.unroute("**/console/live");

  await press("Sign out");
  await page.waitForURL("**/sign-in");
  await signIn("vera", "a first password");
  await page.waitForURL("**/account");
  await look("account: first password");
  await page.fill("#old", "a first password");
  await page.fill("#new", "another password of vera");
  await press("Change the password");
  await page.waitForURL("**/console");
  await look("integrations: of a viewer");
  await go("/console/new");
  await look("trouble: not allowed");
  await go(at);
  await look("integration: of a viewer");
  await page.close();
};

// Without JavaScript nothing follows by itself: the page is loaded again where it says so.
const withoutScript = async (context) => {
  await open(context);
  await signIn();
  await page.waitForURL("**/console");
  await create("Without a script", { account: "ledgerly" }).catch((error) => { throw new Error(`without JavaScript: ${error.message}`); });
  await page.getByRole("button", { name: "User schema" }).click();
  await page.locator(".drawer").waitFor();
  await page.locator(".drawer button.first").click();
  await page.waitForURL("**/settings");
  await toTest();
  await runTest();
  const until = Date.now() + 90_000;
  while (!(await page.getByRole("heading", { name: "Your integration works" }).count())) {
    if (Date.now() > until || await page.getByRole("heading", { name: "The test failed" }).count()) throw new Error("without JavaScript the test does not pass");
    const again = page.getByRole("link", { name: "See how far it is" });
    if (await again.count()) await again.click(); else await page.reload();
  }
  console.log("  ok   without JavaScript: from the first step to a test that passed");
  await go("/console/people/new");
  await page.fill("#name", "nora");
  await page.fill("#password", "a first password");
  await press("Add person");
  await page.getByText("The person was added.").waitFor();
  await page.getByRole("link", { name: "nora" }).click();
  await press("Disable");
  await page.getByText("The person was disabled").waitFor();
  console.log("  ok   without JavaScript: a person is added, and disabled");
  for (const text of complaints.splice(0)) console.log(`         ${find("without JavaScript", text)}`);
  await page.close();
};

// ---- all of it ----

process.on("SIGTERM", () => {
  for (const child of running) child.kill("SIGTERM");
  process.exit(1);
});

let failed = null;
let browser = null;
const began = Date.now();
try {
  mkdirSync(join(work, "none"));
  start("serve", ["serve", "--recipes", join(root, "recipes"), "--integrations", "none", "--data", "data", "--scim-listen", `127.0.0.1:${scimPort}`, "--manage-listen", `127.0.0.1:${managePort}`, "--public-url", "https://scim.northwind.example", "--evidence", "evidence", "--sessions", "2"], {
    LEDGERLY_USERNAME: "owner@ledgerly.example", LEDGERLY_PASSWORD: "S3cure+pass/word=42%",
    STALE_USERNAME: "siobhan.obrien@northwind.example", STALE_PASSWORD: "the one of last year",
    ...(sources ? { IDLCM_CONSOLE_TEMPLATES: join(source, "templates") } : {}),
  });
  await serveApp();
  await answers(`${BASE}/console/sign-in`);
  const args = ["--disable-gpu"];
  if (process.getuid() === 0) args.push("--no-sandbox", "--disable-dev-shm-usage");
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args });
  await walk(await browser.newContext({ viewport: WIDE }));
  await withoutScript(await browser.newContext({ viewport: WIDE, javaScriptEnabled: false }));
} catch (error) {
  failed = error;
  console.log(`STOPPED after ${shown} pages, at ${page?.url()}: ${error.stack}`);
  if (pictures && page && !page.isClosed()) await page.screenshot({ path: join(pictures, "stopped.png"), fullPage: true }).catch(() => {});
} finally {
  await browser?.close();
  await Promise.all([...running].map(stop));
}
const seconds = Math.round((Date.now() - began) / 1000);
console.log(`${shown} pages in light, dark and narrow, ${findings.length} findings, ${seconds} s`);
if (failed) console.log(`the logs are kept in ${work}`);
else rmSync(work, { recursive: true, force: true });
process.exit(failed || findings.length ? 1 : 0);
