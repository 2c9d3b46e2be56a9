// Boardly: a single-page app. Its filter stands in the address, so that it need not be typed; the whole list is its export.

import { readFile } from "node:fs/promises";
import { certain, only, same } from "./same.mjs";

const ROLES = { Owner: "owner", Admin: "admin", Member: "member", "Billing manager": "billing", "Guest (view only)": "guest" };
const LABELS = Object.fromEntries(Object.entries(ROLES).map(([label, id]) => [id, label]));
const STATES = { Active: "active", "Invite sent": "invited", Deactivated: "disabled" };
const LOADED = { waitUntil: "domcontentloaded" };
const MEMBERS = "/w/acme/settings/members";

export class App {
  constructor(page) {
    this.page = page;
    this.dialog = (name) => page.getByRole("dialog", { name });
  }

  async login({ username, password }) {
    await this.page.addInitScript(`window.rows = ${rows}`);
    await this.page.goto("/signin", LOADED);
    await this.page.getByTestId("signin-email").fill(username);
    await this.page.getByTestId("signin-password").fill(password);
    await this.page.getByTestId("signin-submit").click();
    // Both stand in the way until they are answered, once in each browser.
    await this.page.getByRole("button", { name: "Got it" }).click();
    await this.page.getByRole("button", { name: "Accept all" }).click();
  }

  /** The members that are in sight, and how many there are. */
  async read(email) {
    await this.page.goto(email ? `${MEMBERS}?${new URLSearchParams({ q: email })}` : MEMBERS, LOADED);
    const ready = await this.page.waitForFunction(() => window.rows());
    const read = await ready.jsonValue();
    return { total: read.total, users: read.rows.map(person) };
  }

  async found({ email }) {
    const { total, users } = await this.read(email);
    if (users.length !== total) throw new Error(`${users.length} of ${total} users`);
    return users;
  }

  first = async () => (await this.read()).users;

  async list() {
    const { total } = await this.read();
    await this.page.getByRole("button", { name: "More actions" }).click();
    const download = this.page.waitForEvent("download");
    await this.page.getByRole("menuitem", { name: "Export members (CSV)" }).click();
    const [head, ...lines] = csv(await readFile(await (await download).path(), "utf8"));
    const at = (name) => head.indexOf(name);
    const users = lines.map((line) => ({
      email: line[at("Email")],
      name: line[at("Display name")],
      status: STATES[line[at("State")]],
      roles: line[at("Roles")].split(";").map((label) => ROLES[label.trim()]),
      cost_center: line[at("Cost center")],
    }));
    if (users.length !== total) throw new Error(`${users.length} of ${total} users`);
    return users;
  }

  /** The same from the grid, which holds only the rows in sight: scrolled inside the page, in one call. */
  async grid() {
    const { total } = await this.read();
    const all = await this.page.evaluate(async (total) => {
      const grid = document.querySelector("[role=grid]");
      const seen = new Map();
      for (;;) {
        for (const row of window.rows()?.rows ?? []) seen.set(row.email, row);
        if (seen.size >= total) return [...seen.values()];
        grid.scrollTop += grid.clientHeight;
        await new Promise(requestAnimationFrame);
      }
    }, total);
    return all.map(person);
  }

  get = async (user) => certain(await this.found(user), "email", user.email);

  async choose(box, roles) {
    const combo = box.getByRole("combobox", { name: "Roles" });
    for (const role of roles) {
      await combo.fill(LABELS[role]);
      await this.page.getByRole("option", { name: LABELS[role], exact: true }).click();
    }
  }

  async create(user) {
    if (only(await this.found(user), "email", user.email)) throw new Error(`${user.email} is there`);
    await this.page.getByTestId("invite-member").click();
    const box = this.dialog("Invite people");
    await box.getByLabel("Email").fill(user.email);
    await this.choose(box, user.roles);
    await box.getByLabel("Cost center").fill(user.cost_center);
    await box.getByRole("button", { name: "Send invite" }).click();
    await this.page.getByRole("status").filter({ hasText: `Invite sent to ${user.email}` }).waitFor();
    // The list shows who was invited only some seconds later.
    let read;
    for (const end = Date.now() + 60_000; !read && Date.now() < end; ) {
      read = only(await this.found(user), "email", user.email);
      if (!read) await new Promise((go) => setTimeout(go, 100));
    }
    return same(read, { ...user, status: "invited" });
  }

  async menu(user, item) {
    const now = await this.get(user);
    await this.page.getByRole("row").filter({ has: this.page.getByText(user.email, { exact: true }) }).getByRole("button", { name: "Actions for" }).click();
    await this.page.getByRole("menuitem", { name: item }).click();
    return now;
  }

  async update(user) {
    const now = await this.menu(user, "Edit member…");
    const box = this.dialog("Edit member");
    await box.getByText(user.email, { exact: true }).waitFor();
    for (const role of now.roles.filter((role) => !user.roles.includes(role))) await box.getByRole("button", { name: `Remove ${LABELS[role]}` }).click();
    await this.choose(box, user.roles.filter((role) => !now.roles.includes(role)));
    await box.getByLabel("Cost center").fill(user.cost_center);
    await box.getByRole("button", { name: "Save changes" }).click();
    await this.page.getByRole("status").filter({ hasText: `Changes to ${user.email} were saved` }).waitFor();
    return same(await this.get(user), user);
  }

  async disable(user) {
    await this.menu(user, "Deactivate…");
    const box = this.page.getByRole("alertdialog");
    await box.getByText(user.email, { exact: true }).waitFor();
    await box.getByRole("button", { name: "Deactivate" }).click();
    await this.page.getByRole("status").filter({ hasText: `${user.email} was deactivated` }).waitFor();
    return same(await this.get(user), { status: "disabled" });
  }
}

// Runs in the page: the rows once the list is loaded.
function rows() {
  const total = document.querySelector("[data-testid=members-total]")?.textContent;
  if (!total || !document.querySelector("[role=progressbar]").hidden) return null;
  const text = (row, selector) => row.querySelector(selector)?.textContent.trim();
  return {
    total: Number(/[0-9,]+/u.exec(total)[0].replaceAll(",", "")),
    rows: [...document.querySelectorAll("[role=grid] .grid-body [role=row]")].map((row) => ({
      email: text(row, "[data-field=email]"),
      name: text(row, "[data-field=name] .who"),
      status: text(row, "[data-field=status]"),
      roles: [...row.querySelectorAll("[data-field=roles] .chip")].map((chip) => chip.textContent.trim()),
      cost: text(row, "[data-field=cost_center]"),
    })),
  };
}

const person = ({ email, name, status, roles, cost }) => ({
  email, name: name === "No name yet" ? null : name, status: STATES[status], roles: roles.map((label) => ROLES[label]), cost_center: cost === "–" ? null : cost,
});

function csv(text) {
  const lines = [[]];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/gu)) {
    lines.at(-1).push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end !== ",") lines.push([]);
  }
  return lines.filter((line) => line.length > 1);
}
