// ---- file.js: file inputs.

const isFileInput = (el) => el.localName === "input" && el.type === "file";

// The file input that an element is, holds or labels.
function fileInputOf(el) {
  if (isFileInput(el)) return el;
  if (el.localName === "label" && el.control && isFileInput(el.control)) return el.control;
  const inside = deepAll(el, "input").filter(isFileInput);
  return inside.length === 1 ? inside[0] : null;
}

// Whether an input's `accept` (HTML, section 4.10.5.1.17) lets a file of that name through; kinds of media are not judged.
function accepts(input, name) {
  const parts = input.accept.split(",").map((part) => part.trim().toLowerCase()).filter(Boolean);
  return !parts.length || parts.some((part) => !part.startsWith(".") || name.toLowerCase().endsWith(part));
}

// The input, emptied. What it holds when the page hears of it is noted: many pages take the file and empty the input.
function lookFile({ query, name }, before) {
  const got = one({ ...query, hidden: true });
  if (!got.element) return got;
  if (got.drift !== null && performance.now() - before.start < 700) return missing(query);
  const el = fileInputOf(got.element);
  if (!el) return { not: { kind: "unfit", element: describe(got.element), why: "it is no file input and holds none; name the input itself, with `hidden: true` if it is hidden" } };
  const about = { description: describe(el), drift: got.drift, refuses: null };
  if (disabled(el)) return { not: { kind: "disabled", element: about.description } };
  if (!accepts(el, name)) return { done: { ...about, refuses: `it takes only ${el.accept}` } };
  const state = pageState();
  state.file = null;
  if (el.files.length) el.value = "";
  const view = el.ownerDocument.defaultView;
  const note = () => { if (el.files.length) state.file = [...el.files].map((file) => file.name); };
  view.addEventListener("change", note, { capture: true, once: true });
  return { done: about, elements: [el] };
}

function lookUploaded({ name }, _before, el) {
  const held = el?.isConnected && el.files.length ? [...el.files].map((file) => file.name) : (pageState().file ?? []);
  if (held.length === 1 && held[0] === name) return { done: {} };
  return { not: { kind: "unchosen", element: el ? describe(el) : "the file input", found: held.join(", ") } };
}
