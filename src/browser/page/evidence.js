// ---- evidence.js: the page as it may be shown to others.

function documents() {
  const all = [topWindow.document];
  for (const doc of all)
    for (const frame of deepAll(doc, "iframe,frame")) {
      try {
        if (frame.contentDocument) all.push(frame.contentDocument);
      } catch {
        // another origin
      }
    }
  return all;
}

const SECRET_CONTROLS = "input[type=password],input[autocomplete~='current-password'],input[autocomplete~='new-password'],input[autocomplete~='one-time-code']";

const isSecret = (el) => el[SECRET] === true || el.matches(SECRET_CONTROLS);

const MASK = { "background-color": "#000", color: "transparent", "-webkit-text-fill-color": "transparent", "text-shadow": "none" };

// Blackens every control that holds a secret, and outlines one place.
function mask({ outline }) {
  const state = pageState();
  state.masked = [];
  for (const doc of documents())
    for (const el of deepAll(doc, "input,textarea,[contenteditable]").filter(isSecret)) {
      state.masked.push([el, el.getAttribute("style")]);
      for (const [name, value] of Object.entries(MASK)) el.style.setProperty(name, value, "important");
    }
  if (outline) {
    const box = topWindow.document.createElement("div");
    const style = { position: "fixed", left: `${outline.x - 3}px`, top: `${outline.y - 3}px`, width: `${outline.width}px`,
      height: `${outline.height}px`, border: "3px solid #d00", "z-index": "2147483647", "pointer-events": "none", "box-sizing": "content-box" };
    for (const [name, value] of Object.entries(style)) box.style.setProperty(name, value, "important");
    topWindow.document.documentElement.append(box);
    state.outline = box;
  }
  return { done: {} };
}

function unmask() {
  const state = pageState();
  for (const [el, style] of state.masked ?? []) {
    // Chromium leaves an empty attribute behind if one that was written through `style` is removed at once.
    el.setAttribute("style", style ?? "");
    if (style === null) el.removeAttribute("style");
  }
  state.outline?.remove();
  delete state.masked;
  delete state.outline;
  return { done: {} };
}

// A stylesheet as text; empty where the page of another origin keeps it to itself.
function rulesOf(sheet) {
  try {
    return [...sheet.cssRules].map(ruleText).join("\n");
  } catch {
    return "";
  }
}

// The same as an element.
function written(sheet, media = "") {
  const style = document.createElement("style");
  style.textContent = rulesOf(sheet);
  if (media) style.media = media;
  return style;
}

// What another file says stands in the place of its `@import`.
function ruleText(rule) {
  if (!rule.href || !rule.styleSheet) return rule.cssText;
  const rules = rulesOf(rule.styleSheet);
  return rule.media?.mediaText ? `@media ${rule.media.mediaText} { ${rules} }` : rules;
}

// What stands in a control is written into its copy, without secrets and tokens; scripts are left out, and nothing is
// loaded from elsewhere.
function copyControl(el, twin) {
  const tag = el.localName;
  if (tag === "input") {
    if (isSecret(el) || el.type === "hidden") twin.removeAttribute("value");
    else if (el.type === "checkbox" || el.type === "radio") twin.toggleAttribute("checked", el.checked);
    else if (el.type !== "file") twin.setAttribute("value", el.value);
  } else if (tag === "textarea") twin.textContent = el[SECRET] ? "" : el.value;
  else if (tag === "option") twin.toggleAttribute("selected", el.selected);
  else if (tag === "meta" && /token|nonce/iu.test(el.getAttribute("name") ?? "")) twin.removeAttribute("content");
  else if (tag === "meta" && /^(?:content-security-policy|refresh)$/iu.test(el.getAttribute("http-equiv") ?? "")) twin.remove();
}

// A copy of a tree, without its scripts: styles are written out, what components draw is put into declared shadow trees
// (HTML, section 4.12.3), and a frame's document into the frame.
function mend(original, copy) {
  const [from, to] = [original, copy].map((root) => /** @type {any[]} */ ([...root.querySelectorAll("*")]));
  from.forEach((el, at) => {
    const twin = to[at];
    const tag = el.localName;
    if (tag === "script") {
      twin.remove();
      return;
    }
    for (const { name, value } of [...twin.attributes])
      if (/^on/iu.test(name) || (/^(?:src|srcset|poster|data)$/iu.test(name) && !value.startsWith("data:"))) twin.removeAttribute(name);
    copyControl(el, twin);
    if (el.sheet && (tag === "style" || tag === "link")) twin.replaceWith(written(el.sheet, el.media));
    if (el.shadowRoot) twin.prepend(shadowOf(el.shadowRoot));
    if (tag === "iframe") twin.setAttribute("srcdoc", frameOf(el));
  });
}

function shadowOf(root) {
  const template = document.createElement("template");
  template.setAttribute("shadowrootmode", "open");
  template.content.append(...[...root.childNodes].map((child) => child.cloneNode(true)));
  mend(root, template.content);
  template.content.prepend(...(root.adoptedStyleSheets ?? []).map((sheet) => written(sheet)));
  return template;
}

function frameOf(frame) {
  try {
    return frame.contentDocument ? htmlOf(frame.contentDocument) : "";
  } catch {
    return "";
  }
}

function htmlOf(doc) {
  const copy = /** @type {Document} */ (doc.cloneNode(true));
  mend(doc, copy);
  copy.head?.append(...(doc.adoptedStyleSheets ?? []).map((sheet) => written(sheet)));
  return `<!doctype html>\n${copy.documentElement.outerHTML}`;
}

// Where the page was: its path, and what the app itself reads behind a #.
const pathOf = ({ pathname, hash }) => pathname + (/^#!?\//u.test(hash) ? hash : "");

// The document as HTML that needs nothing else.
function dom() {
  const { document: doc, location } = topWindow;
  const where = doc.createElement("meta");
  where.name = "idlcm-page";
  where.content = pathOf(location);
  return { done: { html: htmlOf(doc).replace(/<head[^>]*>/u, (head) => `${head}${where.outerHTML}`) } };
}

const locate = () => {
  const [page] = navigationsOf(topWindow);
  return { done: { url: topWindow.location.href, title: topWindow.document.title, status: page?.responseStatus || null } };
};
