// ---- name.js: accessible names (accname 1.2, section 4.3; HTML-AAM 1.0, section 4.1).
// `text-transform` is left out: it is how a text looks, not what it says (CSS Text 3, section 2.1).

const NAMED_BY_CONTENT = new Set(["button", "cell", "checkbox", "columnheader", "gridcell", "heading", "link", "menuitem",
  "menuitemcheckbox", "menuitemradio", "option", "radio", "row", "rowheader", "switch", "tab", "term", "tooltip", "treeitem"]);

// Roles that take no name (WAI-ARIA 1.2, section 5.2.8.6), as far as browsers agree.
const NAMELESS = new Set(["none", "caption"]);

const hiddenFromName = (el) => el.getAttribute("aria-hidden") === "true" || styleOf(el).display === "none";

// Whether the element's own text is seen; a part of it may be where it is not.
const ownTextShown = (el) => styleOf(el).visibility === "visible";

const references = (el, attribute) => {
  const root = el.getRootNode();
  return (el.getAttribute(attribute) ?? "").split(/\s+/u).map((id) => id && root.getElementById?.(id)).filter(Boolean);
};

// The value that a control inside a label or a name contributes (step 2C).
function embeddedValue(el) {
  // Names stand in error messages.
  if (isSecret(el)) return "";
  const role = roleOf(el);
  if (role === "textbox" || role === "searchbox") return el.value ?? textOf(el);
  if (role === "combobox" || role === "listbox") {
    if (el.localName === "select") return chosenText(el);
    const chosen = deepAll(el, "[role~=option]").filter(selected);
    return el.value ?? (chosen.length ? chosen.map(textOf).join(" ") : role === "listbox" ? "" : textOf(el));
  }
  if (["slider", "spinbutton", "progressbar", "meter", "scrollbar"].includes(role))
    return el.getAttribute("aria-valuetext") ?? el.getAttribute("aria-valuenow") ?? String(el.value ?? "");
  return null;
}

// `how`: `within` is set while a label or content is traversed, `referenced` inside aria-labelledby, `shown` if hidden
// parts count too, `origin` is the element whose name is wanted.
function nameStep(el, how) {
  if (how.within && !how.shown && hiddenFromName(el)) return "";
  if (!how.referenced) {
    const by = references(el, "aria-labelledby");
    if (by.length)
      return by
        .map((node) => nameStep(node, { origin: how.origin, referenced: true, within: false, shown: hiddenFromName(node) || !ownTextShown(node) || ariaHidden(node) || !rendered(node) }))
        .join(" ");
  }
  if (how.within && el === how.origin) return "";
  if (how.within || (how.referenced && el !== how.origin)) {
    const value = embeddedValue(el);
    if (value !== null) return value;
  }
  const label = el.getAttribute("aria-label");
  if (label?.trim()) return label;
  const native = nativeName(el, how);
  if (native !== null && collapse(native)) return native;
  if (how.within || how.referenced || NAMED_BY_CONTENT.has(roleOf(el))) {
    const text = contentName(el, how);
    if (collapse(text)) return text;
  }
  return el.getAttribute("title")?.trim() || el.getAttribute("placeholder")?.trim() || el.getAttribute("aria-placeholder") || "";
}

// The text that CSS puts before or after an element: what stands for it in words, if that is said. The private signs of
// icon fonts are no text.
function cssText(el, where) {
  if (unrendered(el)) return "";
  const content = el.ownerDocument.defaultView.getComputedStyle(el, where).content;
  if (!content || content === "none" || content === "normal" || !content.includes('"')) return "";
  const parts = content.replace(/url\("(?:[^"\\]|\\.)*"\)/gu, "").match(/"(?:[^"\\]|\\.)*"|\//gu) ?? [];
  const slash = parts.indexOf("/");
  const words = (slash < 0 ? parts : parts.slice(slash + 1)).map((part) => part.slice(1, -1).replace(/\\(.)/gu, "$1"));
  return words.join("").replace(/[\uE000-\uF8FF\u{F0000}-\u{10FFFD}]/gu, "");
}

const SPACED = new Set(["cell", "gridcell", "columnheader", "rowheader"]);

function contentName(el, how) {
  const shown = how.shown || ownTextShown(el);
  let text = shown ? cssText(el, "::before") : "";
  for (const child of flatChildren(el)) {
    if (child.nodeType === 3) { if (shown) text += child.data; }
    else if (child.nodeType === 1 && (!SILENT.has(child.localName) || child.localName === "textarea")) {
      if (child.localName === "br") { text += " "; continue; }
      const { display } = styleOf(child);
      if (display === "none" && !how.shown) continue;
      const part = nameStep(child, { ...how, within: true });
      const inline = (display === "inline" && child.localName !== "img" && child.localName !== "svg" && !SPACED.has(child.getAttribute("role"))) || display === "contents";
      text += inline ? part : ` ${part} `;
    }
  }
  return shown ? text + cssText(el, "::after") : text;
}

function nativeName(el, how) {
  const child = (tag) => elementsIn(el).find((node) => node.localName === tag);
  const within = (node) => (node ? nameStep(node, { ...how, within: true }) : null);
  switch (el.localName) {
    case "input":
      if (BUTTON_INPUTS.has(el.type)) return labelNames(el, how) || buttonText(el);
      if (el.type === "image") return labelNames(el, how) || el.getAttribute("alt") || el.getAttribute("value") || el.getAttribute("title") || "Submit";
      return labelNames(el, how);
    case "button": case "meter": case "output": case "progress": case "select": case "textarea": return labelNames(el, how);
    case "img": case "area": return el.getAttribute("alt");
    case "fieldset": return within(child("legend"));
    case "figure": return within(child("figcaption"));
    case "table": return within(child("caption")) || el.getAttribute("summary");
    case "optgroup": return el.getAttribute("label");
    case "option": return el.label || el.text;
    case "svg": return child("title")?.textContent ?? null;
    default: return null;
  }
}

function labelNames(el, how) {
  if (how.within) return null;
  const labels = labelsOf(el);
  return labels.length === 0 ? null : labels.map((label) => nameStep(label, { ...how, within: true, origin: el })).join(" ");
}

const nameOf = (el) => cached(memo.name, el, () => NAMELESS.has(roleOf(el)) ? "" : collapse(nameStep(el, { origin: el, referenced: false, within: false, shown: false })));

// For tests, which compare it with what the browser says.
function roles({ query, case: attribute }) {
  const all = find({ ...query, hidden: true });
  return { done: { roles: all.map((el) => ({ element: describe(el), case: el.getAttribute(attribute) ?? "", role: roleOf(el), name: nameOf(el) })) }, elements: all };
}
