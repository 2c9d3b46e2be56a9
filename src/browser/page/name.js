// ---- name.js: accessible names (accname 1.2, section 4.3; HTML-AAM 1.0, section 4.1). CSS content is left out.

const NAMED_BY_CONTENT = new Set(["button", "caption", "cell", "checkbox", "columnheader", "gridcell", "heading", "link", "menuitem",
  "menuitemcheckbox", "menuitemradio", "option", "radio", "row", "rowheader", "switch", "tab", "tooltip", "treeitem"]);

const hiddenFromName = (el) => {
  if (el.getAttribute("aria-hidden") === "true") return true;
  const style = styleOf(el);
  return style.display === "none" || style.visibility !== "visible";
};

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
    return el.value ?? textOf(el);
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
        .map((node) => nameStep(node, { origin: how.origin, referenced: true, within: false, shown: hiddenFromName(node), target: node }))
        .join(" ");
  }
  if (how.within) {
    if (el === how.origin) return "";
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

function contentName(el, how) {
  let text = "";
  for (const child of flatChildren(el)) {
    if (child.nodeType === 3) text += child.data;
    else if (child.nodeType === 1 && !SILENT.has(child.localName)) {
      if (child.localName === "br") { text += " "; continue; }
      const part = nameStep(child, { ...how, within: true });
      const display = styleOf(child).display;
      text += display === "inline" || display === "contents" ? part : ` ${part} `;
    } else if (child.localName === "textarea") text += nameStep(child, { ...how, within: true });
  }
  return text;
}

function nativeName(el, how) {
  const child = (tag) => [...el.children].find((node) => node.localName === tag);
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
    case "table": return within(child("caption"));
    case "optgroup": return el.getAttribute("label");
    case "option": return el.label || el.text;
    case "svg": return child("title")?.textContent ?? null;
    default: return null;
  }
}

function labelNames(el, how) {
  if (!el.labels?.length || how.within) return null;
  return [...el.labels].map((label) => nameStep(label, { ...how, within: true, origin: el })).join(" ");
}

const nameOf = (el) => cached(memo.name, el, () => collapse(nameStep(el, { origin: el, referenced: false, within: false, shown: false })));
