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

// Draws every character as a square, and nothing that is a picture.
const NO_TEXT = "*, *::before, *::after { -webkit-text-security: square !important; background-image: none !important } img, picture, canvas, video, svg, object, embed { visibility: hidden !important }";

// Blackens every control that holds a secret, and outlines one place. Without `text`, hides all that is written.
function mask({ outline, text = true }) {
  const state = pageState();
  state.masked = [];
  state.sheets = [];
  if (!text)
    for (const doc of documents())
      for (const root of [doc, ...shadowsIn(doc)]) {
        const sheet = new doc.defaultView.CSSStyleSheet();
        sheet.replaceSync(NO_TEXT);
        root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
        state.sheets.push([root, sheet]);
      }
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
  for (const [root, sheet] of state.sheets ?? []) root.adoptedStyleSheets = root.adoptedStyleSheets.filter((one_) => one_ !== sheet);
  delete state.sheets;
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

// Attributes that hold what people read, or what names somebody.
const TELLING = /^(?:id|for|href|action|title|alt|value|placeholder|content|label|summary|name|aria-(?:label|labelledby|describedby|description|controls|owns|valuetext)|data-.*)$/u;

// Puts marks around every word that is not among the known ones; short numbers are of nobody.
function markWords(root, words) {
  const known = new Set(words);
  const marked = (text) => text.replace(/[\uE000\uE001]/gu, "").replace(/[\p{L}\p{N}\p{M}]+/gu, (word) => (known.has(word.toLowerCase()) || /^\d{1,3}$/u.test(word) ? word : `\uE000${word}\uE001`));
  const decoded = (text) => { try { return decodeURIComponent(text); } catch { return text; } };
  const nodes = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT | NodeFilter.SHOW_COMMENT);
  const comments = [];
  for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
    if (node.nodeType === Node.COMMENT_NODE) comments.push(node);
    else if (node.nodeType === Node.TEXT_NODE) {
      if (node.parentElement?.localName !== "style") node.nodeValue = marked(node.nodeValue);
    } else {
      const el = /** @type {Element} */ (node);
      // What a browser may draw from an address in a style is a picture.
      el.removeAttribute("style");
      for (const { name, value } of [...el.attributes])
        if (name === "srcdoc") el.setAttribute(name, markedPage(value, words));
        else if (TELLING.test(name) && !(el.localName === "meta" && name === "name")) el.setAttribute(name, marked(/^(?:href|action)$/u.test(name) ? decoded(value) : value));
      if (el.localName === "template") markWords(/** @type {HTMLTemplateElement} */ (el).content, words);
    }
  }
  for (const comment of comments) comment.remove();
}

function markedPage(html, words) {
  const doc = new DOMParser().parseFromString(html, "text/html");
  markWords(doc, words);
  return `<!doctype html>\n${doc.documentElement.outerHTML}`;
}

// The document as HTML that needs nothing else. With `words`, all others in it are marked.
function dom({ words = null }) {
  const { document: doc, location } = topWindow;
  const where = doc.createElement("meta");
  where.name = "idlcm-page";
  where.content = pathOf(location);
  if (words) return { done: { html: markedPage(htmlOf(doc).replace(/<head[^>]*>/u, (head) => `${head}${where.outerHTML}`), words) } };
  return { done: { html: htmlOf(doc).replace(/<head[^>]*>/u, (head) => `${head}${where.outerHTML}`) } };
}

const locate = () => {
  const [page] = navigationsOf(topWindow);
  return { done: { url: topWindow.location.href, title: topWindow.document.title, status: page?.responseStatus || null } };
};
