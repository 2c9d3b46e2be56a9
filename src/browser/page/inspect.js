// ---- inspect.js: what a page shows to whoever writes its recipe, with a locator for each element.

const ACTIVE = new Set(["button", "link", "textbox", "searchbox", "combobox", "listbox", "checkbox", "radio", "switch", "slider",
  "spinbutton", "menuitem", "menuitemcheckbox", "menuitemradio", "tab", "option", "treeitem"]);
const ACTIVE_ELEMENTS = "input:not([type=hidden]),select,textarea,button,a[href],[contenteditable]:not([contenteditable=false]),[tabindex]:not([tabindex^='-'])";
const TABLES = new Set(["table", "grid", "treegrid"]);
const MESSAGES = new Set(["alert", "status", "log"]);
const DIALOG_ROLES = new Set(["dialog", "alertdialog"]);
const TICKED = new Set(["checkbox", "radio", "switch", "menuitemcheckbox", "menuitemradio"]);

// The most elements that are told, and how long locators may be looked for, in milliseconds.
const MOST_SHOWN = 5000;
const LOCATORS_WITHIN = 8000;
// How long a page is waited for that does not come to rest, in milliseconds.
const LONGEST_WATCH = 6000;

// A locator that finds the element alone: by its position where nothing else singles it out, empty where there is no time.
function ownLocator(el, root, until) {
  const found = locatorOf(el, root, until);
  if (found || performance.now() > until) return found;
  for (const query of waysTo(el)) {
    const more = foundIn(query, root).includes(el) ? narrowing(query, el, root, () => foundIn(query, root), until) : "";
    if (more) return yamlOf(query).replace(/\}$/u, `, ${more}}`);
  }
  return "";
}

// What a control holds; nothing of one that holds a secret.
function heldBy(el, role) {
  if (isSecret(el) || TICKED.has(role)) return null;
  if (el.localName === "input" && BUTTON_INPUTS.has(el.type)) return null;
  const holds = editable(el) || el.matches("select,input") || ["combobox", "spinbutton", "slider"].includes(role);
  return holds ? shorten(valueOf(el), 200) : null;
}

function statesOf(el, role) {
  const states = [];
  if (disabled(el)) states.push("disabled");
  if (el.readOnly === true || el.getAttribute("aria-readonly") === "true") states.push("read-only");
  if (el.required === true || el.getAttribute("aria-required") === "true") states.push("required");
  if ((TICKED.has(role) || el.hasAttribute("aria-pressed")) && checked(el)) states.push("checked");
  if (expanded(el)) states.push("expanded");
  if (selected(el)) states.push("selected");
  if (!reachable(el)) states.push("out of reach");
  return states;
}

// The headers of a table and how many rows with cells it shows.
function tableShown(table) {
  const { headers, places } = gridOf(table);
  const rows = new Set();
  for (const cell of places.keys()) {
    const row = ["cell", "gridcell"].includes(roleOf(cell)) ? nearestRow(cell) : null;
    if (row && visible(row)) rows.add(row);
  }
  const heads = new Set(headers.map(({ cell }) => cell));
  for (const row of rows) if (rowCells({ places }, row).every((cell) => heads.has(cell))) rows.delete(row);
  return { columns: headers.map(({ cell }) => shorten(textOf(cell) || nameOf(cell), 80)), rows: rows.size };
}

const ownWords = (el) =>
  ownTextShown(el) ? collapse(flatChildren(el).filter((node) => node.nodeType === 3).map((node) => node.data).join(" ")) : "";

// The document in a frame; null where it is of another origin.
function documentIn(frame) {
  try {
    return frame.contentDocument;
  } catch {
    return null;
  }
}

// What there is to tell of one element by itself; null where it is none of those that are told. `said`: its text is a part
// of the name of an element around it, which is told already.
function shownAs(el, role, all, said) {
  if (/^i?frame$/u.test(el.localName)) {
    const text = documentIn(el) ? null : "of another origin: not looked into";
    return { role: "frame", name: el.getAttribute("title") ?? el.getAttribute("name") ?? "", text };
  }
  if (TABLES.has(role)) return { name: nameOf(el), ...tableShown(el) };
  if (role === "heading" || DIALOG_ROLES.has(role)) return { name: nameOf(el) };
  if (ACTIVE.has(role) || el.matches(ACTIVE_ELEMENTS)) {
    const labels = labelsOf(el).map(textOf).filter(Boolean);
    const options = el.localName === "select" ? [...el.options].slice(0, 50).map((option) => shorten(textOf(option), 80)) : [];
    return { name: nameOf(el), label: labels.length ? labels.join(" ") : null, value: heldBy(el, role), secret: isSecret(el), options };
  }
  if (MESSAGES.has(role) || el.matches(LIVE)) {
    const text = isSecret(el) ? "" : textOf(el);
    return text ? { name: nameOf(el), text: shorten(text, 300) } : null;
  }
  const text = all && !said && !isSecret(el) ? ownWords(el) : "";
  return text ? { name: nameOf(el), text: shorten(text, 300) } : null;
}

// Everything in a document and the frames in it, in tree order, as far as it can be seen.
function inspectIn(doc, frames, look) {
  const visit = (el, said) => {
    if ((SILENT.has(el.localName) && el.localName !== "textarea") || !rendered(el)) return;
    const role = roleOf(el);
    const told = visible(el) ? shownAs(el, role, look.all, said) : null;
    const frame = told?.role === "frame" ? documentIn(el) : null;
    if (told && look.list.length < MOST_SHOWN) {
      // What is around the children of a frame has to be known with them.
      const locator = frame ? ownLocator(el, doc, look.until) : null;
      const entry = { role, ...told, state: told.columns || told.role ? [] : statesOf(el, role), frames, locator };
      look.list.push(entry);
      if (frame) inspectIn(frame, [...frames, locator], look);
      else look.open.push({ entry, el, doc });
    } else if (told) look.left_out += 1;
    if (["select", "textarea", "svg"].includes(el.localName)) return;
    const named = said || (told !== null && NAMED_BY_CONTENT.has(role)) || told?.text === shorten(textOf(el), 300);
    for (const child of flatChildren(el)) if (child.nodeType === 1) visit(child, named);
  };
  if (doc.body) visit(doc.body, false);
}

// Why the page is not looked at yet: it is not at rest, and may still come to it.
function tooEarly(request, before) {
  const waited = (request.waited ?? 0) + performance.now() - before.start;
  const unsettled = waited < LONGEST_WATCH ? restless(request, before, String(before.mutations), "some", 100) : null;
  return unsettled ? { not: { kind: "settling" }, again: Math.max(20, unsettled.again) } : null;
}

// A look at all of the page.
function lookInspect(request, before) {
  const early = tooEarly(request, before);
  if (early) return early;
  const look = { list: [], open: [], left_out: 0, all: request.all, until: performance.now() + LOCATORS_WITHIN };
  inspectIn(topDocument(), [], look);
  const { list, open, left_out, until } = look;
  // Where there is no time for all, rows, which are alike, are the ones to go short.
  const [inRows, others] = [true, false].map((inRow) => open.filter(({ el }) => (nearestRow(el) !== null) === inRow));
  for (const { entry, el, doc } of [...others, ...inRows]) entry.locator = ownLocator(el, doc, until);
  for (const entry of list) entry.locator ||= null;
  const unnamed = list.filter((entry) => entry.locator === null).length;
  return { done: { elements: list, unnamed, left_out, busy: unrest(request.rest ?? {}, true)?.why ?? null } };
}

// The most matches that are described.
const MOST_MATCHES = 20;

// A look at what a query matches, counted as an act would count it (`one`).
function lookMatches(request, before) {
  const early = tooEarly(request, before);
  if (early) return early;
  const { query } = request;
  const all = find(query);
  const near = all.length > 1 && !query.hidden ? all.filter(reachable) : all;
  const found = near.length ? near : all;
  const used = memo.drift[0] ?? null;
  const root = query.frames?.length ? frameDocument(query.frames) : topDocument();
  const until = performance.now() + LOCATORS_WITHIN;
  const places = () => foundIn(query, root);
  const matches = found.slice(0, MOST_MATCHES).map((el) => ({
    element: describe(el),
    locator: ownLocator(el, root, until),
    add: found.length > 1 ? narrowing(query, el, root, places, until) : "",
  }));
  const hidden = Math.max(0, hiddenMatches(query) - all.length);
  return { done: { count: found.length, out_of_reach: all.length - found.length, hidden, used, matches, nearest: all.length ? [] : nearest(query) } };
}
