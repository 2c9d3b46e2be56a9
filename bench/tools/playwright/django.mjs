// Django's admin: found by its search; the whole person stands in the form. The list is read through the filter "By active",
// since it does not show whether somebody is.

import { certain, only, same } from "./same.mjs";

const LOADED = { waitUntil: "domcontentloaded" };
const USERS = "/admin/auth/user/";

export class App {
  constructor(page) {
    this.page = page;
  }

  async login({ username, password }) {
    await this.page.goto(`/admin/login/?next=${USERS}`, LOADED);
    await this.page.getByLabel("Username:").fill(username);
    await this.page.getByLabel("Password:").fill(password);
    await this.page.getByRole("button", { name: "Log in" }).click();
    await this.page.waitForURL(`**${USERS}`, LOADED);
  }

  async read(query) {
    await this.page.goto(`${USERS}?${new URLSearchParams(query)}`, LOADED);
    const read = await this.page.evaluate(() => {
      // An empty one shows as "-".
      const text = (row, field) => row.querySelector(`.field-${field}`).textContent.trim().replace(/^-$/u, "");
      return {
        total: document.querySelector(".paginator").textContent.match(/([0-9,]+) users?/u)[1],
        rows: [...document.querySelectorAll("#result_list tbody tr")].map((row) => ({
          username: text(row, "username"), email: text(row, "email"), first_name: text(row, "first_name"), last_name: text(row, "last_name"),
          is_staff: row.querySelector(".field-is_staff img").alt === "True", form: row.querySelector(".field-username a").href,
        })),
      };
    });
    return { rows: read.rows, total: Number(read.total.replaceAll(",", "")) };
  }

  async all(query) {
    const rows = [];
    for (let number = 1; ; number += 1) {
      const page = await this.read({ ...query, ...(number > 1 && { p: number }) });
      rows.push(...page.rows);
      if (rows.length >= page.total) return rows;
      if (page.rows.length === 0) throw new Error(`${rows.length} of ${page.total} users`);
    }
  }

  found = ({ username }) => this.all({ q: username });

  first = async () => (await this.read({})).rows;

  async list() {
    const users = [];
    for (const [flag, status] of [[1, "active"], [0, "disabled"]]) {
      for (const { form, ...row } of await this.all({ is_active__exact: flag })) users.push({ ...row, status });
    }
    return users;
  }

  async get(user) {
    await this.page.goto(certain(await this.found(user), "username", user.username).form, LOADED);
    const read = await this.page.evaluate(() => {
      const value = (name) => document.querySelector(`#id_${name}`).value;
      return {
        username: value("username"), email: value("email"), first_name: value("first_name"), last_name: value("last_name"),
        is_staff: document.querySelector("#id_is_staff").checked, status: document.querySelector("#id_is_active").checked ? "active" : "disabled",
        // Before and after the page's script has made two lists of the one.
        roles: [...document.querySelectorAll("#id_groups_to option, #id_groups option:checked")].map((option) => option.textContent),
      };
    });
    if (read.username !== user.username) throw new Error("this is somebody else");
    return read;
  }

  async save() {
    await this.page.getByRole("button", { name: "Save", exact: true }).click();
    await this.page.waitForURL((url) => url.pathname === USERS, LOADED);
  }

  async fill(user, now) {
    for (const name of ["email", "first_name", "last_name"]) {
      if (now?.[name] !== user[name]) await this.page.locator(`#id_${name}`).fill(user[name]);
    }
    const move = async (from, roles, button) => {
      if (roles.length === 0) return;
      await this.page.locator(from).selectOption(roles.map((label) => ({ label })));
      await this.page.getByRole("button", { name: button }).click();
    };
    const roles = now?.roles ?? [];
    await move("#id_groups_to", roles.filter((role) => !user.roles.includes(role)), "Remove selected groups");
    await move("#id_groups_from", user.roles.filter((role) => !roles.includes(role)), "Choose selected groups");
  }

  async create(user) {
    if (only(await this.found(user), "username", user.username)) throw new Error(`${user.username} is there`);
    await this.page.goto(`${USERS}add/`, LOADED);
    await this.page.getByLabel("Username:").fill(user.username);
    await this.page.getByLabel("Disabled").check();
    await this.page.getByRole("button", { name: "Save", exact: true }).click();
    await this.page.waitForURL("**/change/", LOADED);
    await this.fill(user);
    await this.save();
    return same(await this.get(user), { ...user, status: "active" });
  }

  async update(user) {
    await this.fill(user, await this.get(user));
    await this.save();
    return same(await this.get(user), user);
  }

  async disable(user) {
    await this.get(user);
    await this.page.getByLabel("Active").uncheck();
    await this.save();
    const { form, ...row } = certain(await this.all({ q: user.username, is_active__exact: 0 }), "username", user.username);
    return { ...row, status: "disabled" };
  }
}
