// ---- control.js: controls are filled; these run once, never inside a wait.

const NOT_TYPED = new Set(["date", "time", "datetime-local", "month", "week", "color", "range"]);

// Marks a control that holds a secret, so that pictures mask it whatever its type is.
const SECRET = Symbol.for("idlcm.secret");

const currentText = (el) => (el.isContentEditable ? el.innerText : el.value);
const normal = (el, text) => (el.isContentEditable ? collapse(text) : text.replace(/\r\n?/gu, "\n"));

function selectAll(el) {
  el.ownerDocument.defaultView.focus();
  el.focus();
  if (el.isContentEditable) {
    const range = el.ownerDocument.createRange();
    range.selectNodeContents(el);
    const selection = (el.getRootNode().getSelection?.() ?? el.ownerDocument.getSelection());
    selection.removeAllRanges();
    selection.addRange(range);
  } else {
    el.select();
  }
}

const fire = (el, ...types) => {
  for (const type of types) el.dispatchEvent(new el.ownerDocument.defaultView.Event(type, { bubbles: true, composed: true }));
};

// Sets a property past a framework's own setter, so that the framework sees the change in the event.
function setNatively(el, value) {
  let proto = Object.getPrototypeOf(el);
  while (proto && !Object.getOwnPropertyDescriptor(proto, "value")) proto = Object.getPrototypeOf(proto);
  Object.getOwnPropertyDescriptor(proto, "value").set.call(el, value);
}

function compare(el, value, secret) {
  const boxes = boxesOf(el, value);
  const found = (boxes ? textIn(boxes) : currentText(el)) ?? "";
  const ok = normal(el, found) === normal(el, value);
  return ok ? { ok } : { ok, found: secret ? null : shorten(found, 500) };
}

// The text control that an element is, or the only one inside it (a custom element, a label).
function fillable(el) {
  if (editable(el)) return el;
  const inside = deepAll(el, "input,textarea,[contenteditable]").filter((node) => editable(node) && visible(node));
  return inside.length === 1 ? inside[0] : null;
}

// Whether the document runs its own scripts: in a sandbox it does not, and its timers never fire.
function scripted() {
  let ran = false;
  const target = new EventTarget();
  target.addEventListener("run", () => { ran = true; });
  target.dispatchEvent(new Event("run"));
  return ran;
}

// Lets the page react: frameworks draw in a task of their own. Not while it leaves for another document, with which
// the answer would be lost.
async function calm(leaving) {
  for (let turn = 0; turn < 5; turn += 1) await null;
  for (let turn = 0; turn < 2 && scripted() && !leaving.now; turn += 1) await new Promise((done) => setTimeout(done, 0));
  forget();
}

function watchLeaving() {
  const leaving = { now: false, end: () => topWindow.navigation?.removeEventListener("navigate", note) };
  const note = (event) => { if (!event.hashChange) leaving.now = true; };
  topWindow.navigation?.addEventListener("navigate", note);
  return leaving;
}

// What a key tells the page before and after a character is there. `true`: the page took the key for itself.
function key(el, type, character) {
  const { KeyboardEvent, InputEvent } = el.ownerDocument.defaultView;
  const how = { bubbles: true, composed: true, cancelable: true };
  if (!el.dispatchEvent(new KeyboardEvent(type, { ...how, key: character }))) return true;
  return type === "keydown" && !el.dispatchEvent(new InputEvent("beforeinput", { ...how, inputType: "insertText", data: character }));
}

// Replaces the content as typing does. `true`: the control writes its content from single keys, which a script cannot send.
function insert(el, value) {
  const doc = el.ownerDocument;
  selectAll(el);
  if (value === "") {
    if (currentText(el)) doc.execCommand("delete");
    return false;
  }
  const typed = [...value];
  const rich = el.isContentEditable;
  if (!rich && key(el, "keydown", typed[0])) return true;
  doc.execCommand("insertText", false, value);
  // Suggestions are often looked for when a key comes up.
  if (!rich) key(el, "keyup", typed.at(-1));
  return false;
}

// A field that offers suggestions keeps the focus: they go with it.
const suggests = (el) =>
  roleOf(el) === "combobox" || el.matches("[aria-autocomplete]:not([aria-autocomplete=none]),[aria-haspopup]:not([aria-haspopup=false])");

// Leaves the control and looks again: some apps rewrite what was typed only then.
async function leaveAndCompare(el, value, secret, leaving, outcome) {
  if (!outcome.ok || suggests(el)) return outcome;
  el.blur();
  await calm(leaving);
  return el.isConnected ? compare(el, value, secret) : outcome;
}

// What keys cannot write: control characters would act as keys (Enter submits), and drivers type no more than the basic plane.
const typeable = (el, value) =>
  value.length <= 1000 && !/[\u0000-\u0009\u000B-\u001F\uE000-\uF8FF\u{10000}-\u{10FFFF}]/u.test(value) &&
  (el.localName === "textarea" || !value.includes("\n"));

const letters = (text) => text.replace(/[^\p{L}\p{N}]/gu, "").toLowerCase();

async function write(el, value, secret, drift) {
  const description = describe(el);
  if (disabled(el)) return { not: { kind: "disabled", element: description } };
  if (el.readOnly) return { not: { kind: "unfit", element: description, why: "it is read-only" } };
  const outside = secret && secretElsewhere(el);
  if (outside) return outside;
  if (secret) el[SECRET] = true;
  if (!centre(el)) el.scrollIntoView({ block: "center", inline: "nearest", behavior: "instant" });
  const untyped = el.localName === "input" && NOT_TYPED.has(el.type);
  const leaving = watchLeaving();
  let driven = false;
  if (untyped) {
    el.focus();
    setNatively(el, value);
    fire(el, "input", "change");
  } else {
    driven = insert(el, value);
  }
  await calm(leaving);
  let outcome = compare(el, value, secret);
  const typed = outcome.ok;
  const cut = el.maxLength >= 0 && currentText(el).length >= el.maxLength && value.length > el.maxLength;
  outcome = await leaveAndCompare(el, value, secret, leaving, outcome);
  leaving.end();
  // Keys cannot write more than maxlength either, nor against what the app makes of a text that it took.
  const rewritten = !driven && letters(value) !== "" && letters(currentText(el)) === letters(value);
  const keys = !typed && !untyped && !cut && !rewritten && typeable(el, value);
  return { done: { ...outcome, description, drift, keys, driven, limit: cut ? el.maxLength : null }, elements: keys ? [el] : [] };
}

// What was filled in for a commit is looked at once more when that is sent.
const kept = ({ keep, query }, el, secret, outcome) => {
  if (keep && outcome.done?.ok && el.isConnected) keepFilled(keep.id, keep.part, query, el, secret);
  return outcome;
};

async function fill(request) {
  const { query, value, secret, drift_after: wait } = request;
  dropGuards();
  const got = one(query);
  if (!got.element) return got;
  if (got.drift !== null && wait > 0) return missing(query);
  const boxes = boxesOf(got.element, value);
  if (boxes) return writeBoxes(boxes, value, secret, got.drift);
  const el = fillable(got.element);
  if (!el) return { not: { kind: "unfit", element: describe(got.element), why: "it is not a text control" } };
  return kept(request, el, secret, await write(el, value, secret, got.drift));
}

// An ISO 8601 date as the value of a native control (HTML, section 2.3.5); `null` for a control that is not native.
function nativeDate(el, iso) {
  const [day, time = "00:00"] = iso.split("T");
  const clock = time.slice(0, 5);
  switch (el.localName === "input" ? el.type : "") {
    case "date": return day;
    case "datetime-local": return `${day}T${clock}`;
    case "month": return day.slice(0, 7);
    case "time": return clock;
    case "week": {
      // The week belongs to the year of its Thursday.
      const thursday = new Date(`${day}T00:00Z`);
      thursday.setUTCDate(thursday.getUTCDate() + 4 - (thursday.getUTCDay() || 7));
      const first = Date.UTC(thursday.getUTCFullYear(), 0, 1);
      return `${thursday.getUTCFullYear()}-W${String(Math.ceil(((thursday.getTime() - first) / 86_400_000 + 1) / 7)).padStart(2, "0")}`;
    }
    default: return null;
  }
}

async function setDate(request) {
  const { query, iso, value, drift_after: wait } = request;
  dropGuards();
  const got = one(query);
  if (!got.element) return got;
  if (got.drift !== null && wait > 0) return missing(query);
  const el = fillable(got.element);
  if (!el) return { not: { kind: "unfit", element: describe(got.element), why: "it is not a text control" } };
  const native = nativeDate(el, iso);
  if (native === null) {
    if (value === null) throw new Problem("query", `${describe(el)} is no date input of the browser's; say how the app writes dates (\`format\`)`, true);
    return kept(request, el, false, await write(el, value, false, got.drift));
  }
  if (!/^\d{4,}-\d\d-\d\d(?:T\d\d:\d\d.*)?$/u.test(iso)) throw new Problem("query", `"${iso}" is no date as ISO 8601 writes them (2026-05-07)`, true);
  if ((el.min && native < el.min) || (el.max && native > el.max))
    throw new Problem("query", `${describe(el)} takes dates from ${el.min || "any"} to ${el.max || "any"}, not ${native}`, true);
  return kept(request, el, false, await write(el, native, false, got.drift));
}

async function selectContent(_request, el) {
  const leaving = watchLeaving();
  selectAll(el);
  await calm(leaving);
  leaving.end();
  const text = currentText(el);
  // Not every type of input tells its selection (an email does not).
  const told = !el.isContentEditable && el.selectionStart !== null;
  // In a shadow root, a driver puts the caret at the end before it types (it looks for the focus in the document only).
  const kept = !told || (el.selectionStart === 0 && el.selectionEnd === text.length && el.getRootNode() === el.ownerDocument);
  return { done: { held: kept, left: [...text].length } };
}

async function readBack(request, el) {
  const { value, secret } = request;
  const leaving = watchLeaving();
  await calm(leaving);
  const outcome = await leaveAndCompare(el, value, secret, leaving, compare(el, value, secret));
  leaving.end();
  return kept(request, el, secret, { done: outcome });
}

// Whether a box is (not) checked and stays so.
function lookStays({ query, want }, before) {
  const got = one(query);
  if (!got.element) return got;
  const el = got.element.localName === "label" && got.element.control ? got.element.control : got.element;
  const now = performance.now();
  if (checked(el) !== want) {
    before.stood = undefined;
    return { not: { kind: "unchosen", element: describe(el), found: want ? "not checked" : "checked" } };
  }
  before.stood ??= now;
  const busy = disabled(el) || el.closest("[aria-busy=true]");
  return busy || now - before.stood < STANDS_MS ? { not: { kind: "settling" }, late: { done: {} }, again: 40 } : { done: {} };
}

// How long a box has to stay as it is, in milliseconds.
const STANDS_MS = 150;
