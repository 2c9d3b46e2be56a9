// Ledgerly: pages made on the server, found by their address, read with one call for each page.

import { certain, only, same } from "./same.mjs";

const ROLES = { Administrator: "admin", Accountant: "accountant", "Read only": "viewer" };
const LABELS = Object.fromEntries(Object.entries(ROLES).map(([id, label]) => [label, id]));
const STATES = { Active: "active", Suspended: "disabled" };
const LOADED = { waitUntil: "domcontentloaded" };

export class App {
  constructor(page) {
    this.page = page;
  }

  async login({ username, password }) {
    await this.page.goto("/login", LOADED);
    await this.page.getByLabel("Email").fill(username);
    await this.page.getByLabel("Password").fill(password);
    await this.page.getByRole("button", { name: "Sign in" }).click();
    await this.page.waitForURL("**/admin/users", LOADED);
  }

  async read(address) {
    await this.page.goto(address, LOADED);
    const read = await this.page.evaluate(() => {
      const text = (element) => element.textContent.trim().replace(/\s+/gu, " ");
      const count = document.querySelector(".table-footer .count");
      return {
        empty: document.querySelector(".empty p")?.textContent === "No users found",
        total: count && Number(/of ([0-9,]+)/u.exec(count.textContent)[1].replaceAll(",", "")),
        next: document.querySelector(".table-footer a[rel=next]")?.href,
        rows: [...document.querySelectorAll("table[aria-label=Users] tbody tr")].map((row) => [...[...row.cells].slice(0, 5).map(text), row.querySelector("a").href]),
      };
    });
    if (!read.empty && !read.total) throw new Error("neither users nor the word that there are none");
    const rows = read.rows.map(([name, email, role, status, joined, edit]) => ({
      user: { email, name, role: ROLES[role], status: STATES[status], joined: day(joined) }, email, edit,
    }));
    return { ...read, rows };
  }

  async all(address) {
    const rows = [];
    let total = 0;
    for (let next = address; next; ) {
      const page = await this.read(next);
      rows.push(...page.rows);
      total = page.total ?? 0;
      next = page.next;
    }
    if (rows.length !== total) throw new Error(`${rows.length} of ${total} users`);
    return rows;
  }

  found = ({ email }) => this.all(`/admin/users?${new URLSearchParams({ q: email })}`);

  first = async () => (await this.read("/admin/users")).rows;

  list = async () => (await this.all("/admin/users")).map((row) => row.user);

  get = async (user) => certain(await this.found(user), "email", user.email).user;

  async create(user) {
    if (only(await this.found(user), "email", user.email)) throw new Error(`${user.email} is there`);
    await this.page.goto("/admin/users/new", LOADED);
    await this.page.getByLabel("Email").fill(user.email);
    await this.page.getByLabel("Full name").fill(user.name);
    await this.page.getByLabel("Role").selectOption(LABELS[user.role]);
    await this.page.getByRole("button", { name: "Create user" }).click();
    await this.page.waitForURL("**/admin/users", LOADED);
    return same(await this.get(user), { ...user, status: "active" });
  }

  async open(user) {
    await this.page.goto(certain(await this.found(user), "email", user.email).edit, LOADED);
    if ((await this.page.getByLabel("Email").inputValue()) !== user.email) throw new Error("this is somebody else");
  }

  async update(user) {
    await this.open(user);
    await this.page.getByLabel("Full name").fill(user.name);
    await this.page.getByLabel("Role").selectOption(LABELS[user.role]);
    await this.page.getByRole("button", { name: "Save changes" }).click();
    await this.page.waitForURL("**/admin/users", LOADED);
    return same(await this.get(user), user);
  }

  async disable(user) {
    await this.open(user);
    this.page.once("dialog", (dialog) => (dialog.message().startsWith("Suspend this account?") ? dialog.accept() : dialog.dismiss()));
    await this.page.getByRole("button", { name: "Suspend account" }).click();
    await this.page.waitForURL("**/admin/users", LOADED);
    return same(await this.get(user), { status: "disabled" });
  }
}

const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

function day(text) {
  const [date, month, year] = text.split(" ");
  return `${year}-${String(MONTHS.indexOf(month) + 1).padStart(2, "0")}-${date}`;
}
