// ---- role.js: roles (HTML-AAM 1.0, section 3.5; WAI-ARIA 1.2, section 5).

const SECTIONING = "article,aside,main,nav,section,[role=article],[role=complementary],[role=main],[role=navigation],[role=region]";

// Native elements that may have a role; every other role is looked for in all elements.
const NATIVE = {
  alert: "", alertdialog: "", article: "article", banner: "header", button: "button,input,summary", cell: "td,th",
  checkbox: "input", columnheader: "th,td", combobox: "select,input", complementary: "aside", contentinfo: "footer",
  dialog: "dialog", feed: "", form: "form", grid: "", gridcell: "td,th", group: "fieldset,details,optgroup,address,hgroup",
  heading: "h1,h2,h3,h4,h5,h6", img: "img,svg", link: "a,area", list: "ul,ol,menu", listbox: "select", listitem: "li",
  log: "", main: "main", menu: "", menubar: "", menuitem: "", menuitemcheckbox: "", menuitemradio: "", navigation: "nav",
  option: "option", paragraph: "p", progressbar: "progress", radio: "input", radiogroup: "", region: "section", row: "tr",
  rowgroup: "tbody,thead,tfoot", rowheader: "th", search: "search", searchbox: "input", separator: "hr", slider: "input",
  spinbutton: "input", status: "output", switch: "input,button", tab: "", table: "table", tablist: "", tabpanel: "",
  textbox: "input,textarea", toolbar: "", tooltip: "", tree: "", treegrid: "", treeitem: "", figure: "figure",
  meter: "meter", term: "dt,dfn", definition: "dd",
};

const KNOWN_ROLES = new Set([...Object.keys(NATIVE), "application", "blockquote", "caption", "code", "deletion", "directory",
  "document", "emphasis", "generic", "insertion", "image", "mark", "marquee", "math", "none", "note", "presentation",
  "scrollbar", "strong", "subscript", "superscript", "time", "timer"]);

const INPUT_ROLES = { button: "button", image: "button", reset: "button", submit: "button", checkbox: "checkbox", radio: "radio",
  number: "spinbutton", range: "slider", search: "searchbox", email: "textbox", tel: "textbox", text: "textbox",
  url: "textbox", password: "textbox" };

const SIMPLE_ROLES = { article: "article", blockquote: "blockquote", button: "button", caption: "caption", code: "code",
  datalist: "listbox", dd: "definition", del: "deletion", details: "group", dfn: "term", dialog: "dialog", dt: "term",
  em: "emphasis", fieldset: "group", figcaption: "caption", figure: "figure", form: "form", h1: "heading", h2: "heading", h3: "heading", h4: "heading",
  h5: "heading", h6: "heading", hr: "separator", ins: "insertion", main: "main", mark: "mark", math: "math", menu: "list",
  meter: "meter", nav: "navigation", ol: "list", optgroup: "group", option: "option", output: "status", p: "paragraph",
  progress: "progressbar", s: "deletion", search: "search", strong: "strong", sub: "subscript",
  sup: "superscript", svg: "img", table: "table", textarea: "textbox", time: "time", ul: "list", address: "group", hgroup: "group" };

// The summary of its details element; any other is an element like many.
const isSummary = (el) => el.localName === "summary" && el.parentElement?.localName === "details" && el.parentElement.querySelector(":scope > summary") === el;

const focusable = (el) => el.matches("a[href],button,input,select,textarea,[tabindex],[contenteditable]") || isSummary(el);

function headerRole(cell) {
  const scope = (cell.getAttribute("scope") ?? "").toLowerCase();
  if (scope === "row" || scope === "rowgroup") return "rowheader";
  if (scope === "col" || scope === "colgroup") return "columnheader";
  const row = cell.parentElement;
  if (row?.parentElement?.localName === "thead") return "columnheader";
  return row && [...row.children].some((other) => other.localName === "td") ? "rowheader" : "columnheader";
}

// The role that an element of a table has, or "generic" where the table is only for layout.
function tableRole(el, native) {
  const table = el.closest("table,[role=table],[role=grid],[role=treegrid]");
  if (!table) return "generic";
  const of = roleOf(table);
  if (of === "none" || of === "presentation") return "generic";
  return native === "cell" && (of === "grid" || of === "treegrid") ? "gridcell" : native;
}

function implicitRole(el) {
  const tag = el.localName;
  switch (tag) {
    case "a": case "area": return el.hasAttribute("href") || el.hasAttribute("xlink:href") ? "link" : "generic";
    case "aside": return !el.parentElement?.closest("article,aside,nav,section") || hasOwnName(el) ? "complementary" : "generic";
    case "header": return el.parentElement?.closest(SECTIONING) ? "generic" : "banner";
    case "footer": return el.parentElement?.closest(SECTIONING) ? "generic" : "contentinfo";
    case "section": return hasOwnName(el) ? "region" : "generic";
    case "img": return el.getAttribute("alt") === "" && !hasOwnName(el) && !focusable(el) ? "none" : "img";
    case "input": {
      if (el.type === "checkbox" && el.hasAttribute("switch")) return "switch";
      const role = INPUT_ROLES[el.type] ?? "generic";
      return el.list && (role === "textbox" || role === "searchbox") && el.type !== "password" ? "combobox" : role;
    }
    case "li": return el.parentElement && /^(?:ul|ol|menu)$/u.test(el.parentElement.localName) && roleOf(el.parentElement) !== "none" ? "listitem" : "generic";
    case "select": return el.multiple || el.size > 1 ? "listbox" : "combobox";
    case "summary": return isSummary(el) ? "button" : "generic";
    case "tbody": case "tfoot": case "thead": return tableRole(el, "rowgroup");
    case "td": return tableRole(el, "cell");
    case "th": return tableRole(el, headerRole(el));
    case "tr": return tableRole(el, "row");
    default: return SIMPLE_ROLES[tag] ?? "generic";
  }
}

const hasOwnName = (el) =>
  Boolean(el.getAttribute("aria-label")?.trim() || el.getAttribute("aria-labelledby")?.trim() || el.getAttribute("title")?.trim());

const PROPERTIES = ["label", "labelledby", "describedby", "description", "live", "atomic", "busy", "controls", "owns", "current", "details", "flowto",
  "keyshortcuts", "relevant", "roledescription"].map((name) => `aria-${name}`);

function roleOf(el) {
  return cached(memo.role, el, () => {
    for (const token of (el.getAttribute("role") ?? "").toLowerCase().split(/\s+/u)) {
      if (!KNOWN_ROLES.has(token)) continue;
      // What can be focused or has properties of its own is never only decoration (WAI-ARIA 1.2, section 7.1).
      if ((token === "none" || token === "presentation") && (focusable(el) || PROPERTIES.some((name) => el.hasAttribute(name)))) break;
      // A region or form without a name is none (WAI-ARIA 1.2, section 5.3.3).
      if ((token === "region" || token === "form") && !hasOwnName(el)) continue;
      return token === "image" ? "img" : token === "presentation" ? "none" : token;
    }
    return implicitRole(el);
  });
}

// Left out for those who listen, by an attribute of its own or of an ancestor.
function leftOut(el) {
  for (let node = el; node; node = flatParent(node)) if (node.getAttribute("aria-hidden") === "true") return true;
  return false;
}

// Not in the accessibility tree because of an attribute of its own or of an ancestor.
const ariaHidden = (el) => leftOut(el) || inert(el);

const disabled = (el) => {
  if (el.matches(":disabled")) return true;
  for (let node = el; node; node = flatParent(node))
    if (node.getAttribute("aria-disabled") === "true" || node.hasAttribute("inert")) return true;
  return false;
};

const checked = (el) =>
  el.localName === "input" && (el.type === "checkbox" || el.type === "radio")
    ? el.checked
    : (el.getAttribute("aria-checked") ?? el.getAttribute("aria-pressed")) === "true";

const expanded = (el) =>
  el.hasAttribute("aria-expanded")
    ? el.getAttribute("aria-expanded") === "true"
    : el.localName === "summary" ? Boolean(el.parentElement?.open) : el.localName === "details" && el.open;

const selected = (el) => (el.localName === "option" ? el.selected : el.getAttribute("aria-selected") === "true");
