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
  return plain ? text : JSON.stringify(text).replace(/[\u007F-\u009F\u2028\u2029\uFEFF]/gu, (odd) => `\\u${odd.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

const whole = (text) => ({ is: "whole", text, ignore_case: false });

// A text in a recipe. Two braces would begin a template there, but not in a regular expression.
function yamlText({ text }) {
  if (!text.includes("{{")) return yaml(text);
  return `{regex: ${JSON.stringify(`^${text.replace(/[.*+?^${}()|[\]\\/]/gu, "\\$&")}$`)}}`;
}

// A query as a locator of a recipe, without what stands around it.
function yamlOf(query) {
  const { by } = query;
  const parts = {
    role: () => [`role: ${by.role}`, ...(by.name ? [`name: ${yamlText(by.name)}`] : [])],
    css: () => [`css: ${yaml(by.selector)}`],
  }[by.find]?.() ?? [`${by.find}: ${yamlText(by.text)}`];
  return `{${[...parts, ...refinements(query)].join(", ")}}`;
}

function refinements(query) {
  const parts = [];
  if (query.within) parts.push(`within: ${yamlOf(query.within)}`);
  for (const [name, text] of query.where ?? []) parts.push(`where: {${yaml(name)}: ${yamlText(text)}}`);
  if (query.has_text) parts.push(`has_text: ${yamlText(query.has_text)}`);
  for (const [name, want] of Object.entries(query.state ?? {})) parts.push(`state: {${name}: ${want}}`);
  if (query.nth !== undefined) parts.push(`nth: ${query.nth}`);
  return parts;
}

const GENERIC = new Set(["generic", "none", "cell", "gridcell", "row", "rowgroup", "paragraph", "listitem", "strong", "emphasis"]);
const TEST_IDS = ["data-testid", "data-test", "data-qa"];
const stable = (id) => id && !/\d{3}|:/u.test(id);

// What an author would write for the element by itself, best first.
function waysTo(el) {
  const role = roleOf(el);
  const name = nameOf(el);
  const ways = [];
  if (!GENERIC.has(role) && name && name.length <= 80) ways.push({ find: "role", role, name: whole(name) });
  if (labelsOf(el).length && name) ways.push({ find: "label", text: whole(name) });
  for (const attribute of TEST_IDS)
    if (el.getAttribute(attribute)) ways.push({ find: "test_id", text: whole(el.getAttribute(attribute)), attributes: [attribute] });
  if (el.getAttribute("placeholder")) ways.push({ find: "placeholder", text: whole(collapse(el.getAttribute("placeholder"))) });
  const text = isSecret(el) ? "" : textOf(el);
  if (text && text.length <= 60) ways.push({ find: "text", text: whole(text) });
  if (stable(el.id)) ways.push({ find: "css", selector: `#${CSS.escape(el.id)}` });
  if (!GENERIC.has(role)) ways.push({ find: "role", role });
  ways.push({ find: "css", selector: [el.localName, ...[...el.classList].slice(0, 2).map((name_) => CSS.escape(name_))].join(".") });
  return ways.map((by) => ({ by }));
}

// How long an error may look for better words, in milliseconds: on a page of thousands of rows each try costs some.
const PATIENCE = 300;

// Of many elements the same is asked again and again.
const foundIn = (query, root) => cached(cached(memo.found, root, () => new Map()), JSON.stringify(query), () => findIn(query, root));

const finds = (query, root, el) => {
  const found = foundIn(query, root);
  return found.length === 1 && found[0] === el;
};

const LANDMARKS = new Set(["dialog", "alertdialog", "region", "form", "navigation", "main", "banner", "contentinfo", "complementary",
  "group", "radiogroup", "tabpanel", "search", "article", "figure", "table", "grid", "row", "toolbar", "menu", "listbox", "list", "listitem"]);
const LONE = new Set(["navigation", "main", "banner", "contentinfo", "dialog", "search"]);

// The parts of the page around an element, as locators, innermost first.
function* around(el) {
  for (let node = flatParent(el); node; node = flatParent(node)) {
    const role = roleOf(node);
    const name = LANDMARKS.has(role) && !["row", "listitem"].includes(role) ? nameOf(node) : "";
    if (name && name.length <= 80) yield { by: { find: "role", role, name: whole(name) } };
    else if (LONE.has(role)) yield { by: { find: "role", role } };
    for (const attribute of TEST_IDS)
      if (node.getAttribute(attribute)) yield { by: { find: "test_id", text: whole(node.getAttribute(attribute)), attributes: [attribute] } };
    if (stable(node.id)) yield { by: { find: "css", selector: `#${CSS.escape(node.id)}` } };
    const text = LANDMARKS.has(role) && (role === "row" || role === "listitem" || role === "article") ? textOf(node) : "";
    if (text && text.length <= 80) yield { by: { find: "role", role }, has_text: whole(text) };
  }
}

// What can be added to a query so that it finds the element and no other, each tried here and now.
function* narrowed(el) {
  for (const within of around(el)) yield { within };
  for (const name of ["href", "name", "type", "value", "title", "for", "aria-controls", ...TEST_IDS])
    if (el.getAttribute(name) && !(name === "value" && isSecret(el))) yield { where: [[name, whole(collapse(el.getAttribute(name)))]] };
  if (stable(el.id)) yield { where: [["id", whole(el.id)]] };
  for (const [name, is] of Object.entries({ checked, expanded, selected })) yield { state: { [name]: is(el) } };
  yield { state: { enabled: !disabled(el) } };
  const text = isSecret(el) ? "" : textOf(el);
  if (text && text.length <= 80) yield { has_text: whole(text) };
}

// As YAML to be pasted; empty if nothing singles the element out. `places`: all matches in tree order.
function narrowing(query, el, root, places, until) {
  for (const more of narrowed(el)) {
    if (performance.now() > until) break;
    if (Object.keys(more).some((key) => key !== "within" && (key === "state" ? Object.keys(query.state ?? {}).length : query[key]?.length || query[key]?.is))) continue;
    if (finds({ ...query, ...more }, root, el)) return refinements(more)[0];
  }
  const at = places().indexOf(el);
  return at >= 0 && query.nth === undefined ? `nth: ${at}` : "";
}

// A locator that finds the element alone.
function locatorOf(el, root, until) {
  const ways = waysTo(el);
  const wider = function* () {
    for (const query of ways) yield query;
    for (const query of ways.slice(0, 2)) for (const within of around(el)) yield { ...query, within };
  };
  for (const query of wider()) {
    if (performance.now() > until) break;
    if (finds(query, root, el)) return yamlOf(query);
  }
  return "";
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
function nearest(query, without = []) {
  try {
    const doc = query.frames?.length ? frameDocument(query.frames) ?? topDocument() : topDocument();
    const wanted = wantedOf(query.by);
    const role = query.by.find === "role" ? query.by.role : query.by.find === "any_of" && query.by.any[0].by.find === "role" ? query.by.any[0].by.role : null;
    const scored = [];
    const first = query.by.find === "any_of" ? query.by.any[0].by : query.by;
    const attributes = first.find === "test_id" ? first.attributes : ["placeholder", "title", "alt"].filter((name) => name === first.find);
    const selector = [INTERACTIVE, ...attributes.map((name) => `[${CSS.escape(name)}]`), ...(first.find === "text" ? ["*"] : [])].join(",");
    const enough = performance.now() + PATIENCE;
    for (const el of deepAll(doc, selector).slice(0, 3000)) {
      if (performance.now() > enough) break;
      if (SILENT.has(el.localName) || !visible(el) || without.includes(el)) continue;
      if (el.firstElementChild && !el.matches(INTERACTIVE) && !attributes.length) continue;
      const texts = [...attributes.map((name) => el.getAttribute(name)), nameOf(el) || (isSecret(el) ? "" : textOf(el))];
      const same = role !== null && roleOf(el) === role;
      const score = Math.max(...texts.map((text) => (wanted && text ? likeness(wanted, shorten(text, 200)) : 0))) + (same ? 0.3 : 0);
      if (score >= 0.3) scored.push({ el, score });
    }
    scored.sort((a, b) => b.score - a.score);
    const seen = new Set();
    const list = [];
    const until = performance.now() + PATIENCE;
    for (const { el } of scored.slice(0, 20)) {
      const locator = locatorOf(el, doc, until);
      if (!locator || seen.has(locator)) continue;
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

// For each of several matches what would single it out. A try cannot be interrupted: what one takes too long is taken
// from those that follow, since the driver gives an answer up that comes long after the deadline.
function apart(found, query) {
  const doc = query.frames?.length ? frameDocument(query.frames) : topDocument();
  const began = performance.now();
  let all = null;
  const places = () => (all ??= findIn(query, doc));
  return found.slice(0, 5).map((el, at) => ({ element: describe(el), locator: narrowing(query, el, doc, places, began + ((at + 1) * PATIENCE) / 5) }));
}
