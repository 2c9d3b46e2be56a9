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

// The document as HTML: what stands in controls written into it, secrets, tokens and scripts left out.
function dom() {
  const original = topWindow.document.documentElement;
  const copy = /** @type {HTMLElement} */ (original.cloneNode(true));
  const [from, to] = [original, copy].map((root) => /** @type {NodeListOf<any>} */ (root.querySelectorAll("*")));
  from.forEach((el, at) => {
    const twin = to[at];
    const tag = el.localName;
    if (tag === "script") { twin.textContent = ""; return; }
    if (tag === "input") {
      if (isSecret(el) || el.type === "hidden") twin.removeAttribute("value");
      else if (el.type === "checkbox" || el.type === "radio") twin.toggleAttribute("checked", el.checked);
      else if (el.type !== "file") twin.setAttribute("value", el.value);
    } else if (tag === "textarea") twin.textContent = el[SECRET] ? "" : el.value;
    else if (tag === "option") twin.toggleAttribute("selected", el.selected);
    else if (tag === "meta" && /token|nonce/iu.test(el.getAttribute("name") ?? "")) twin.removeAttribute("content");
  });
  return { done: { html: `<!doctype html>\n${copy.outerHTML}` } };
}

const locate = () => ({ done: { url: topWindow.location.href, title: topWindow.document.title } });
