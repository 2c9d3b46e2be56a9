"use strict";
// ---- text.js: what a person reads. Nothing in these files writes markup (`innerHTML` fails under Trusted Types).

// What was computed during one look at the page; emptied at the start of each.
let memo;
const forget = () => {
  memo = { text: new Map(), role: new Map(), name: new Map(), table: new Map(), shadows: new Map(), slotted: new Map(), labels: new Map(), style: new Map(), drawn: new Map(), modals: new Map(), inert: new Map(), found: new Map(), listed: new Set(), drift: [] };
};
forget();

const cached = (map, key, make) => {
  if (!map.has(key)) map.set(key, make());
  return map.get(key);
};

// White space of every kind. Not the byte order mark, which is not seen, unlike in JavaScript's own class.
const BLANKS = /[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/gu;
// Most texts are even already; to ask is several times as fast as to replace.
const UNEVEN = /[\t-\r\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]|^ | $| {2}|^\ufeff|\ufeff$/u;
const collapse = (text) => (UNEVEN.test(text) ? text.replace(BLANKS, " ").trim() : text);

// Zero-width and direction marks, soft hyphens, variation selectors and the like.
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Bidi_Control}]/gu;

// Text of which every character is seen, in its only form.
const PLAIN = /^[\x00-\x7f]*$/u;

// A text as a person reads it, as `engine/identity.rs` has it: composed (NFC), white space as one blank, what is not seen
// left out.
function asRead(text, ignore) {
  if (PLAIN.test(text)) return collapse(ignore ? text.toLowerCase() : text);
  const seen = text.replace(INVISIBLE, "");
  return collapse((ignore ? seen.toLowerCase() : seen).normalize("NFC"));
}

// Half a character in an answer is an error of the driver, and of whoever reads the answer as JSON.
const wellFormed = (text) =>
  typeof text.toWellFormed === "function"
    ? text.toWellFormed()
    : text.replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/gu, "\uFFFD");

const shorten = (text, most) => (text.length > most ? `${text.slice(0, most - 1)}…` : text);

// A question that cannot be answered as asked. A fatal one does not go away by waiting.
class Problem extends Error {
  constructor(kind, message, fatal = false) {
    super(message);
    this.kind = kind;
    this.fatal = fatal;
  }
}

// The document that the user sees as the page: the top one, or this one where the top is of another origin.
const topWindow = (() => {
  try {
    return window.top.document ? window.top : window;
  } catch {
    return window;
  }
})();

const styleOf = (el) => (unrendered(el) ? writtenStyle(el) : el.ownerDocument.defaultView.getComputedStyle(el));

// The tree as the browser has it. Component libraries that imitate slots (Stencil's scoped components) give their elements
// a `childNodes`, `children` and `parentNode` of their own, which leave out what the component has drawn.
const native = (prototype, name) => Function.prototype.call.bind(Object.getOwnPropertyDescriptor(prototype, name).get);
const nodesIn = native(Node.prototype, "childNodes");
const parentOf = native(Node.prototype, "parentNode");
const elementsIn = (node) => [...nodesIn(node)].filter((child) => child.nodeType === 1);

// The flat tree (CSS Scoping 1, section 3.4): shadow content instead of children, assigned nodes instead of a slot.
function flatChildren(node) {
  if (node.shadowRoot) return [...nodesIn(node.shadowRoot)];
  if (node.localName === "slot") {
    const assigned = node.assignedNodes();
    if (assigned.length) return assigned;
  }
  return [...nodesIn(node)];
}

function flatParent(node) {
  if (node.assignedSlot) return node.assignedSlot;
  const up = parentOf(node);
  return up && up.nodeType === 11 ? (up.host ?? null) : up && up.nodeType === 1 ? up : null;
}

function flatContains(outer, inner) {
  for (let node = inner; node; node = flatParent(node)) if (node === outer) return true;
  return false;
}

// The labels of a control, in tree order. The label of a component is the label of the one control inside of it.
function labelsOf(el) {
  if (!("labels" in el)) return [];
  const root = el.getRootNode();
  const own = labelledIn(root).get(el) ?? [];
  const host = own.length ? null : root.host;
  return host && root.querySelectorAll("input:not([type=hidden]),select,textarea,button").length === 1 ? labelledIn(host.getRootNode()).get(host) ?? [] : own;
}

// The labels of each control; a browser looks through the whole page for each control that is asked.
const labelledIn = (root) => cached(memo.labels, root, () => {
  const map = new Map();
  for (const label of root.querySelectorAll?.("label") ?? []) if (label.control) cached(map, label.control, () => []).push(label);
  return map;
});

const SILENT = new Set(["script", "style", "noscript", "template", "head", "textarea", "datalist"]);
const BUTTON_INPUTS = new Set(["button", "submit", "reset"]);

const chosenText = (select) => [...select.selectedOptions].map((option) => collapse(option.label || option.text)).join(", ");

const buttonText = (input) =>
  input.value || (input.type === "submit" ? "Submit" : input.type === "reset" ? "Reset" : "");

function rawText(node) {
  if (node.nodeType === 3) return node.data;
  if (node.nodeType !== 1) return "";
  const tag = node.localName;
  if (SILENT.has(tag)) return "";
  if (tag === "br") return " ";
  if (tag === "input") return BUTTON_INPUTS.has(node.type) ? buttonText(node) : "";
  if (tag === "select") return chosenText(node);
  if (tag === "option") return node.label || node.text;
  const style = styleOf(node);
  if (style.display === "none") return "";
  const shown = style.visibility === "visible";
  let text = "";
  const closed = tag === "details" && !node.open;
  for (const child of flatChildren(node)) {
    if (child.nodeType === 3) {
      if (shown && !closed) text += child.data;
    } else if (!closed || child.localName === "summary") {
      text += rawText(child);
    }
  }
  return style.display === "inline" || style.display === "contents" ? text : ` ${text} `;
}

// The text of an element as it is rendered; of one that is not rendered, what it would be.
function uncollapsed(el) {
  if (!el.firstElementChild && !el.shadowRoot && !SILENT.has(el.localName) && el.localName !== "input" && el.localName !== "slot")
    return el.textContent;
  return rendered(el) ? rawText(el) : el.textContent;
}

// With white space collapsed.
const textOf = (el) => cached(memo.text, el, () => collapse(uncollapsed(el)));

// With white space collapsed as a browser does it: a no-break space is still one.
const writtenText = (el) => uncollapsed(el).replace(/[ \t\n\f\r]+/gu, " ").replace(/^ | $/gu, "");

// Whether an element can be seen: it has a box, and nothing hides it. Opacity and `aria-hidden` do not matter.
function visible(el) {
  if (!el.isConnected) return false;
  if (el.localName === "option" || el.localName === "optgroup") {
    const select = el.closest("select");
    return !el.hidden && (!select || visible(select));
  }
  if (unrendered(el)) return writtenVisible(el);
  if (!el.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: false })) {
    if (styleOf(el).display !== "contents") return false;
    return flatChildren(el).some((child) =>
      child.nodeType === 1 ? visible(child) : child.nodeType === 3 && collapse(child.data) !== "");
  }
  const box = el.getBoundingClientRect();
  return box.width > 0 && box.height > 0;
}

// Whether an element has a box, or its children may have.
const rendered = (el) => (unrendered(el) ? writtenRendered(el) : el.checkVisibility()) || styleOf(el).display === "contents";

// Whether an element is out of a person's reach, together with what is around it. A modal dialog is out of it by itself only
// (HTML, section 6.4.3.2).
function inert(el) {
  if (!cached(memo.inert, el.ownerDocument, () => deepAll(el.ownerDocument, "[inert]").length > 0)) return false;
  for (let node = el; node; node = flatParent(node)) {
    if (node.hasAttribute("inert")) return true;
    if (node.localName === "dialog" && node.matches(":modal")) return false;
  }
  return false;
}

// Whether a person could get at a visible element: it is not inert, no modal dialog is open over it, it can be scrolled
// into view, and it is not there for scripts only, transparent for eyes and clicks.
function reachable(el) {
  const { opacity, pointerEvents } = styleOf(el);
  if (opacity === "0" && pointerEvents === "none") return false;
  const doc = el.ownerDocument;
  const modals = cached(memo.modals, doc, () => [...doc.querySelectorAll("dialog:modal")]);
  if (inert(el) || (modals.length && !modals.some((modal) => flatContains(modal, el)))) return false;
  const box = el.getBoundingClientRect();
  const view = doc.defaultView;
  return box.right + view.scrollX > 0 && box.bottom + view.scrollY > 0;
}

function expression(matcher) {
  try {
    return new RegExp(matcher.pattern, "u");
  } catch (error) {
    throw new Problem("query", `the regular expression /${matcher.pattern}/ is not valid: ${error.message}`, true);
  }
}

// What matchers ask for, as it is read: thousands of elements are compared with one.
const wantedAsRead = new WeakMap();

// Where the text goes on, a blank counts; at the ends of what is read there is none.
function edged({ is, text, ignore_case: ignore }) {
  const [first, last] = [is === "contains" || is === "suffix", is === "contains" || is === "prefix"];
  return `${first && /^\s/u.test(text) ? " " : ""}${asRead(text, ignore)}${last && /\s$/u.test(text) ? " " : ""}`;
}

function matches(matcher, text) {
  if (matcher.is === "not") return !matches(matcher.not, text);
  if (text === null || text === undefined) return false;
  if (matcher.is === "any") return matcher.any.some((one) => matches(one, text));
  if (matcher.is === "regex") return expression(matcher).test(collapse(text));
  const there = asRead(text, matcher.ignore_case);
  const wanted = cached(wantedAsRead, matcher, () => edged(matcher));
  if (matcher.is === "whole") return there === wanted;
  if (matcher.is === "contains") return there.includes(wanted);
  if (matcher.is === "prefix") return there.startsWith(wanted);
  return there.endsWith(wanted);
}

// A text that the matcher asks for, to rank what comes near; empty for a regular expression.
const wantedText = (matcher) =>
  !matcher || matcher.is === "not" ? "" : matcher.is === "any" ? wantedText(matcher.any[0]) : collapse(matcher.text ?? "");

// A text without what does not count. Decomposed, so that it never joins what white space kept apart.
const bare = (text) =>
  PLAIN.test(text)
    ? text.replace(BLANKS, "").toLowerCase()
    : text.replace(INVISIBLE, "").toLowerCase().replace(/\u03c2/gu, "\u03c3").normalize("NFD").replace(BLANKS, "");

const wantedBare = new WeakMap();

// Whether an element with that raw text content could match: cheap, and never wrong when it says no.
function couldMatch(matcher, squeezed) {
  if (matcher.is === "any") return matcher.any.some((one) => couldMatch(one, squeezed));
  if (matcher.is === "regex" || matcher.is === "not") return true;
  const wanted = cached(wantedBare, matcher, () => bare(matcher.text));
  return squeezed.toLowerCase().includes(wanted) || (!PLAIN.test(squeezed) && bare(squeezed).includes(wanted));
}
