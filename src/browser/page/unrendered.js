// ---- unrendered.js: elements of a document that was fetched and parsed, and that no browser has drawn.

// The fetched document that is looked at in place of the page, and how the page draws what is written alike.
let parsed = null;
const pageDocument = () => parsed?.doc ?? topWindow.document;

const unrendered = (el) => !el.ownerDocument.defaultView;

// Attributes that say what an element holds or where it leads, and not how it is drawn.
const CONTENT = /^(?:id|name|for|href|src|srcset|value|title|alt|datetime|action|content|placeholder|headers|aria-(?:label|labelledby|describedby|controls|owns|details|rowindex|colindex|posinset|setsize))$/u;

// How an element is written, apart from what it holds: what is written alike is drawn alike.
function markupOf(el) {
  let text = el.localName;
  for (const { name, value } of el.attributes) {
    if (CONTENT.test(name)) continue;
    text += name.startsWith("data-") && !/^[A-Za-z-]{0,24}$/u.test(value) ? ` ${name}` : ` ${name}=${value}`;
  }
  return text;
}

// How the page draws each way of writing; nothing is known of what it draws now so and now otherwise.
function drawnStyles() {
  const styles = new Map();
  for (const el of topWindow.document.querySelectorAll("*")) {
    const { display, visibility } = styleOf(el);
    const box = display !== "none" && el.checkVisibility() ? el.getBoundingClientRect() : null;
    const boxless = box !== null && !(box.width > 0 && box.height > 0);
    const key = markupOf(el);
    const known = styles.get(key);
    if (!known) styles.set(key, { display, visibility, boxless });
    else {
      if (known.display !== display) known.display = null;
      if (known.visibility !== visibility) known.visibility = null;
      known.boxless &&= boxless;
    }
  }
  return styles;
}

const BLOCKS = new Set(("address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol optgroup option p pre search section summary ul " +
  "table caption colgroup col thead tbody tfoot tr td th").split(" "));
const BOXES = new Set(["input", "select", "button", "textarea", "meter", "progress"]);

// The style of an element as it is written, the browser's own rules (HTML, section 15.3) and the page's own as far as they show.
function writtenStyle(el) {
  return cached(memo.style, el, () => {
    const tag = el.localName;
    const { display, visibility } = el.style ?? {};
    const known = parsed?.styles.get(markupOf(el));
    const gone = el.hasAttribute("hidden") || (tag !== "textarea" && SILENT.has(tag)) || (tag === "input" && el.type === "hidden") || (tag === "dialog" && !el.hasAttribute("open"));
    return {
      display: display || (known?.display ?? (gone ? "none" : BLOCKS.has(tag) ? "block" : BOXES.has(tag) ? "inline-block" : "inline")),
      visibility: visibility || (known?.visibility ?? "visible"),
      boxless: known?.boxless ?? false,
      content: "none", opacity: "1", pointerEvents: "auto", position: "static", overflowY: "visible",
    };
  });
}

// Whether an element would have a box: nothing around it is taken away.
const writtenRendered = (el) => cached(memo.drawn, el, () => {
  if (writtenStyle(el).display === "none") return false;
  const up = flatParent(el);
  return !up || (writtenRendered(up) && !(up.localName === "details" && !up.open && el.localName !== "summary"));
});

const writtenVisible = (el) => writtenRendered(el) && writtenStyle(el).visibility === "visible" && !writtenStyle(el).boxless;
