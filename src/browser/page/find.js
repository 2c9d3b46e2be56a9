// ---- find.js: from a query to elements.

const allowedSelector = (selector, run) => {
  try {
    return run();
  } catch (error) {
    if (error instanceof Problem || error.name !== "SyntaxError") throw error;
    throw new Problem("query", `"${selector}" is not a valid CSS selector`, true);
  }
};

// Open shadow roots anywhere below `root`, asked once per look.
function shadowsIn(root) {
  return cached(memo.shadows, root, () => {
    if (root.nodeType === 1 && !shadowsIn(root.ownerDocument).length) return [];
    const found = [];
    const scan = (node) => {
      for (const el of node.querySelectorAll("*")) if (el.shadowRoot) enter(el.shadowRoot);
    };
    const enter = (shadow) => {
      found.push(shadow);
      scan(shadow);
    };
    if (root.shadowRoot) enter(root.shadowRoot);
    scan(root);
    return found;
  });
}

// What stands below an element of a shadow tree although it is written outside of it: what is slotted into it.
function slottedInto(root) {
  if (root.nodeType !== 1 || !shadowsIn(root.ownerDocument).length) return [];
  return cached(memo.slotted, root, () => {
    if (root.getRootNode().nodeType !== 11) return [];
    const slots = [...(root.localName === "slot" ? [root] : []), ...root.querySelectorAll("slot")];
    return slots.flatMap((slot) => slot.assignedElements()).flatMap((el) => [el, ...slottedInto(el)]);
  });
}

// All descendants that match, in tree order, through open shadow roots and slots.
function deepAll(root, selector) {
  return allowedSelector(selector, () => {
    const own = [...root.querySelectorAll(selector)];
    const slotted = slottedInto(root);
    const shadows = [root, ...slotted].flatMap(shadowsIn);
    if (!shadows.length && !slotted.length) return own;
    const found = new Set(own);
    for (const el of slotted) {
      if (el.matches(selector)) found.add(el);
      for (const inner of el.querySelectorAll(selector)) found.add(inner);
    }
    for (const shadow of shadows) for (const el of shadow.querySelectorAll(selector)) found.add(el);
    const ordered = [];
    const walk = (node) => {
      if (node.shadowRoot) for (const el of elementsIn(node.shadowRoot)) enter(el);
      if (slotted.length && node.localName === "slot") for (const el of node.assignedElements()) if (slotted.includes(el)) enter(el);
      for (const el of elementsIn(node)) enter(el);
    };
    const enter = (el) => { if (found.delete(el)) ordered.push(el); walk(el); };
    walk(root);
    return ordered;
  });
}

const CONTROLS = "input:not([type=hidden]),select,textarea,button,meter,output,progress,[contenteditable]:not([contenteditable=false])," +
  "[role=textbox],[role=searchbox],[role=combobox],[role=listbox],[role=checkbox],[role=radio],[role=radiogroup],[role=switch]," +
  "[role=spinbutton],[role=slider],[role=group],[role=button][aria-haspopup]";

function labelled(el, matcher) {
  const labels = labelsOf(el);
  for (const label of labels) if (matches(matcher, textOf(label))) return true;
  if (labels.length || el.hasAttribute("aria-label") || el.hasAttribute("aria-labelledby")) return matches(matcher, nameOf(el));
  return false;
}

// What shows a text that is in no text node.
const UNWRITTEN = "input[type=button],input[type=submit],input[type=reset],option[label]";

// The smallest elements with that text. An element whose raw text cannot match is not entered.
function byText(root, matcher) {
  const found = [];
  const prune = !shadowsIn(root).length && !slottedInto(root).length;
  const hasUnwritten = root.querySelector(UNWRITTEN) !== null;
  const visit = (el) => {
    if (SILENT.has(el.localName)) return false;
    if (prune && !couldMatch(matcher, el.textContent.replace(/\s+/gu, "")) && !(hasUnwritten && (el.matches(UNWRITTEN) || el.querySelector(UNWRITTEN)))) return false;
    let inside = false;
    for (const child of flatChildren(el)) if (child.nodeType === 1 && visit(child)) inside = true;
    if (inside) return true;
    if (el.localName === "option" || !matches(matcher, textOf(el)) || !visible(el)) return false;
    found.push(el);
    return true;
  };
  if (root.nodeType === 9) { if (root.body) visit(root.body); }
  else for (const child of flatChildren(root)) if (child.nodeType === 1) visit(child);
  return found;
}

function evaluate(expression, context) {
  const owner = context.nodeType === 9 ? context : context.ownerDocument;
  let result;
  try {
    result = owner.evaluate(expression, context, null, 7, null);
  } catch {
    throw new Problem("query", `"${expression}" is not a valid XPath expression for elements`, true);
  }
  return Array.from({ length: result.snapshotLength }, (_, at) => result.snapshotItem(at)).filter((node) => node.nodeType === 1);
}

// XPath knows no shadow trees, so that it is asked in each. No browser takes a shadow root for a context, but "/" is the
// shadow root for the elements in it: what begins at the context begins there.
function byXpath(root, expression) {
  const inside = (node) => root.nodeType === 9 || (node !== root && flatContains(root, node));
  const found = new Set(evaluate(expression, root).filter(inside));
  const path = expression.trim();
  const fromRoot = /^[/(]/u.test(path) ? path : path.startsWith("./") ? path.slice(1) : `/${path}`;
  const slotted = slottedInto(root);
  for (const el of slotted) for (const node of evaluate(expression, parentOf(el))) if (inside(node)) found.add(node);
  for (const shadow of [root, ...slotted].flatMap(shadowsIn))
    if (shadow.firstElementChild) for (const node of evaluate(fromRoot, shadow.firstElementChild)) if (inside(node)) found.add(node);
  return [...found];
}

function candidatesIn(root, by, query) {
  switch (by.find) {
    case "role": {
      const native = NATIVE[by.role];
      const selector = native === undefined ? "*" : native ? `${native},[role]` : "[role]";
      return deepAll(root, selector).filter((el) =>
        roleOf(el) === by.role && (query.hidden || !leftOut(el)) && (!by.name || matches(by.name, nameOf(el))));
    }
    case "label": return deepAll(root, `${CONTROLS},[aria-label],[aria-labelledby]`).filter((el) => el.matches(CONTROLS) && labelled(el, by.text));
    case "placeholder":
      return deepAll(root, "[placeholder],[aria-placeholder]").filter((el) =>
        matches(by.text, el.getAttribute("placeholder") ?? el.getAttribute("aria-placeholder")));
    case "alt": return deepAll(root, "[alt]").filter((el) => matches(by.text, el.getAttribute("alt")));
    case "title": return deepAll(root, "[title]").filter((el) => matches(by.text, el.getAttribute("title")));
    case "test_id":
      return deepAll(root, by.attributes.map((name) => `[${CSS.escape(name)}]`).join(",")).filter((el) =>
        by.attributes.some((name) => matches(by.text, el.getAttribute(name))));
    case "text": return byText(root, by.text);
    case "column": return cellsUnder(root, by.text);
    case "cell": return cellAt(root, by);
    case "self": return root.nodeType === 1 ? [root] : [];
    case "sibling": return siblingOf(root, by.at);
    // The element itself: a row that is nothing but its text.
    case "css": return by.selector.trim() === ":scope" && root.nodeType === 1 ? [root] : deepAll(root, by.selector);
    case "xpath": return byXpath(root, by.expression);
    default: throw new Problem("query", `the finder "${by.find}" is not known`, true);
  }
}

// Alternatives in order. One that is needed because those before it found nothing is drift; one that finds something
// else than the first that matched makes the question unanswerable.
function byAlternatives(root, alternatives) {
  let found = [];
  let used = -1;
  alternatives.forEach((query, index) => {
    const here = findIn(query, root);
    if (used < 0) {
      if (here.length) { found = here; used = index; }
    } else if (here.length && (here.length !== found.length || here.some((el) => !found.includes(el)))) {
      throw new Problem("alternatives", `alternatives ${used + 1} and ${index + 1} of any_of match different elements: ${describe(found[0])} and ${describe(here[0])}`);
    }
  });
  if (used > 0) memo.drift.push(used);
  return found;
}

// The frames that the driver was switched into before this call, from the top inwards; empty at the top.
let entered = [];
const entering = (frames) => { entered = frames ?? []; };

// The document that a query without frames is about. From a frame of another origin it cannot be reached.
function topDocument() {
  if (parsed) return parsed.doc;
  if (entered.length && topWindow !== window.top) throw new Problem("foreign", "the page around the frame is of another origin", true);
  return topWindow.document;
}

// The document inside frames, or null where one of them is not there (yet).
function frameDocument(frames) {
  // Where the top document cannot be reached, the driver was switched into the frame before.
  if (entered.length && JSON.stringify(frames) === JSON.stringify(entered)) return document;
  let doc = topDocument();
  for (const query of frames) {
    const found = findIn({ ...query, frames: [] }, doc);
    if (found.length !== 1) return null;
    const inner = found[0].contentDocument;
    if (!inner) throw new Problem("foreign", `the frame ${describe(found[0])} is of another origin`, true);
    doc = inner;
  }
  return doc;
}

function fits(el, query) {
  // What nobody can get at is not there for anybody, by whatever it is found.
  if (!query.hidden && (!visible(el) || (!query.inert && inert(el)))) return false;
  for (const [name, matcher] of query.where ?? []) if (!matches(matcher, el.getAttribute(name))) return false;
  const { enabled, checked: wantChecked, expanded: wantExpanded, selected: wantSelected } = query.state ?? {};
  if (enabled !== undefined && enabled === disabled(el)) return false;
  if (wantChecked !== undefined && wantChecked !== checked(el)) return false;
  if (wantExpanded !== undefined && wantExpanded !== expanded(el)) return false;
  if (wantSelected !== undefined && wantSelected !== selected(el)) return false;
  if (query.has_text && !matches(query.has_text, textOf(el))) return false;
  if (query.has && !findIn(query.has, el).length) return false;
  if (query.has_not && findIn(query.has_not, el).length) return false;
  return true;
}

// The rows of a list. What is one of them is not what belongs to the one before.
function listed(rows, base) {
  const found = findIn(rows, base);
  for (const row of found) memo.listed.add(row);
  return found;
}

function siblingOf(row, at) {
  let node = row.nodeType === 1 ? row : null;
  for (let step = 0; node && step < at; step += 1) {
    node = node.nextElementSibling;
    if (node && memo.listed.has(node)) return [];
  }
  return node ? [node] : [];
}

// The one row with the key, or none.
// What is looked for in a row is looked for on the whole page once the page that had the rows was left.
function findRow(query, base) {
  const all = listed(query.rows, base);
  if (query.page && !all.length && !holds(query.page)) return [base];
  const rows = all.filter((row) => {
    if (query.except && findIn(query.except, row).length) return false;
    const keys = findIn(query.key, row);
    return keys.length === 1 && matches(query.value, readElement(keys[0], query.read) ?? "");
  });
  if (rows.length > 1) throw new Problem("rows", `${rows.length} rows have the key "${wantedText(query.value)}"`);
  return rows;
}

// Every element that the query matches, in tree order: inside an element, else in the document that the query names.
function find(query, base) {
  if (base?.nodeType === 1) return findIn(query, base);
  const doc = query.frames?.length ? frameDocument(query.frames) : topDocument();
  return doc ? findIn(query, doc) : [];
}

// The frames of a query that is a part of another do not matter: it is looked for where that one is.
function findIn(query, root) {
  let roots = [root];
  if (query.row) roots = findRow(query.row, root);
  if (query.within) roots = roots.flatMap((outer) => findIn(query.within, outer));
  const seen = new Set();
  for (const outer of roots) {
    const here = query.by.find === "any_of" ? byAlternatives(outer, query.by.any) : candidatesIn(outer, query.by, query);
    for (const el of here) seen.add(el);
  }
  let found = [...seen].filter((el) => fits(el, query));
  if (query.nth !== undefined) found = found.slice(query.nth, query.nth + 1);
  return found;
}

function readElement(el, read) {
  switch (read.read) {
    case "text": return textOf(el);
    case "value": return valueOf(el);
    case "checked": return String(checked(el) || (el.getAttribute("aria-checked") === null && selected(el)));
    case "name": return nameOf(el);
    case "link": return el.closest("a[href], area[href]")?.href ?? "";
    default: return el.getAttribute(read.name);
  }
}

const editable = (el) =>
  el.isContentEditable || el.localName === "textarea" ||
  (el.localName === "input" && !["button", "submit", "reset", "image", "checkbox", "radio", "file", "hidden"].includes(el.type));

function valueOf(el) {
  if (el.localName === "select") return chosenText(el);
  if (typeof el.value === "string" && el.localName !== "li" && el.localName !== "button") return el.value;
  return textOf(el);
}
