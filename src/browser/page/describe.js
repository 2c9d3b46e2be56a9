// ---- describe.js: elements as a person writes them, and as locators that can be pasted into a recipe.

const SHOWN_ATTRIBUTES = ["id", "name", "type", "href", "role", "aria-label", "placeholder", "class"];

function describe(el) {
  let tag = `<${el.localName}`;
  for (const name of SHOWN_ATTRIBUTES) {
    const value = el.getAttribute(name);
    if (value) tag += ` ${name}="${shorten(collapse(value), 60)}"`;
  }
  return `${tag}>${isSecret(el) ? "" : shorten(textOf(el), 60)}`;
}

// Plain where YAML reads it back as this very string, else double-quoted: JSON strings are YAML strings.
function yaml(text) {
  const plain = /^[\p{L}][\p{L}\p{N} ._@()/&+'-]*$/u.test(text) && !/^(?:true|false|null|yes|no|on|off|y|n)$/iu.test(text) && !text.endsWith(" ");
  return plain ? text : JSON.stringify(text);
}

const GENERIC = new Set(["generic", "none", "cell", "gridcell", "row", "rowgroup", "paragraph", "listitem", "strong", "emphasis"]);

function locatorOf(el) {
  const role = roleOf(el);
  const name = nameOf(el);
  if (!GENERIC.has(role) && name && name.length <= 80) return `{role: ${role}, name: ${yaml(name)}}`;
  if (el.labels?.length) return `{label: ${yaml(nameOf(el))}}`;
  for (const attribute of ["data-testid", "data-test", "data-qa"])
    if (el.getAttribute(attribute)) return `{test_id: ${yaml(el.getAttribute(attribute))}}`;
  if (el.getAttribute("placeholder")) return `{placeholder: ${yaml(collapse(el.getAttribute("placeholder")))}}`;
  if (el.id && !/\d{3}|:/u.test(el.id)) return `{css: ${yaml(`#${CSS.escape(el.id)}`)}}`;
  const text = textOf(el);
  if (text && text.length <= 60) return `{text: ${yaml(text)}}`;
  if (!GENERIC.has(role)) return `{role: ${role}}`;
  return `{css: ${yaml([el.localName, ...[...el.classList].slice(0, 2).map((name_) => CSS.escape(name_))].join("."))}}`;
}

// How alike two texts are, from 0 to 1: the share of common pairs of letters (Dice).
function likeness(a, b) {
  const pairs = (text) => {
    const folded = ` ${text.toLowerCase()} `;
    const all = new Map();
    for (let at = 0; at + 1 < folded.length; at += 1) {
      const pair = folded.slice(at, at + 2);
      all.set(pair, (all.get(pair) ?? 0) + 1);
    }
    return all;
  };
  const [one, two] = [pairs(a), pairs(b)];
  let common = 0;
  let size = 0;
  for (const [pair, count] of one) { common += Math.min(count, two.get(pair) ?? 0); size += count; }
  for (const count of two.values()) size += count;
  return size ? (2 * common) / size : 0;
}

const wantedOf = (by) =>
  by.find === "role" ? wantedText(by.name) : by.find === "any_of" ? wantedOf(by.any[0].by) : by.text ? wantedText(by.text) : "";

const INTERACTIVE = "a[href],button,input:not([type=hidden]),select,textarea,summary,[role=button],[role=link],[role=tab],[role=menuitem]," +
  "[role=checkbox],[role=switch],[role=option],[role=combobox],[role=textbox],h1,h2,h3,[role=heading],[role=dialog],dialog,nav,table,[data-testid]";

// What stands on the page and comes nearest to a query that matched nothing.
function nearest(query) {
  try {
    const doc = query.frames?.length ? frameDocument(query.frames) ?? topWindow.document : document;
    const wanted = wantedOf(query.by);
    const role = query.by.find === "role" ? query.by.role : query.by.find === "any_of" && query.by.any[0].by.find === "role" ? query.by.any[0].by.role : null;
    const scored = [];
    for (const el of deepAll(doc, INTERACTIVE).slice(0, 2000)) {
      if (!visible(el)) continue;
      const text = nameOf(el) || textOf(el);
      const same = role !== null && roleOf(el) === role;
      const score = (wanted && text ? likeness(wanted, text) : 0) + (same ? 0.3 : 0);
      if (score >= 0.3) scored.push({ el, score });
    }
    scored.sort((a, b) => b.score - a.score);
    const seen = new Set();
    const list = [];
    for (const { el } of scored) {
      const locator = locatorOf(el);
      if (seen.has(locator)) continue;
      seen.add(locator);
      list.push({ element: describe(el), locator });
      if (list.length === 3) break;
    }
    return list;
  } catch (error) {
    if (error instanceof Problem) return [];
    throw error;
  }
}

const LANDMARKS = new Set(["dialog", "alertdialog", "region", "form", "navigation", "main", "banner", "contentinfo", "complementary",
  "group", "tabpanel", "search", "article", "table", "row", "toolbar", "menu", "listbox", "list"]);

// For each of several matches what would single it out: the nearest named part of the page that holds no other match.
function apart(found) {
  return found.slice(0, 5).map((el) => {
    let locator = "";
    for (let node = flatParent(el); node; node = flatParent(node)) {
      if (found.some((other) => other !== el && flatContains(node, other))) break;
      const role = roleOf(node);
      if (!LANDMARKS.has(role)) continue;
      const name = role === "row" ? "" : nameOf(node);
      if (name) { locator = `within: {role: ${role}, name: ${yaml(name)}}`; break; }
      if (["navigation", "main", "banner", "contentinfo", "dialog", "search"].includes(role) && !locator) locator = `within: {role: ${role}}`;
    }
    return { element: describe(el), locator };
  });
}
