// ---- control.js: controls are filled and set; these run once, never inside a wait.

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
  const found = currentText(el) ?? "";
  const ok = normal(el, found) === normal(el, value);
  return ok ? { ok } : { ok, found: secret ? null : shorten(found, 500) };
}

// The text control that an element is, or the only one inside it (a custom element, a label).
function fillable(el) {
  if (editable(el)) return el;
  const inside = deepAll(el, "input,textarea,[contenteditable]").filter((node) => editable(node) && visible(node));
  return inside.length === 1 ? inside[0] : null;
}

function fill({ query, value, secret, drift_after: wait }) {
  const got = one(query);
  if (!got.element) return got;
  if (got.drift !== null && wait > 0) return missing(query);
  const el = fillable(got.element);
  if (!el) return { not: { kind: "unfit", element: describe(got.element), why: "it is not a text control" } };
  const description = describe(el);
  if (disabled(el)) return { not: { kind: "disabled", element: description } };
  if (el.readOnly) return { not: { kind: "unfit", element: description, why: "it is read-only" } };
  if (secret) el[SECRET] = true;
  const doc = el.ownerDocument;
  if (!centre(el)) el.scrollIntoView({ block: "center", inline: "nearest", behavior: "instant" });
  const untyped = el.localName === "input" && NOT_TYPED.has(el.type);
  if (untyped) {
    el.focus();
    setNatively(el, value);
    fire(el, "input", "change");
  } else {
    selectAll(el);
    if (value === "") { if (currentText(el)) doc.execCommand("delete"); } else doc.execCommand("insertText", false, value);
  }
  const outcome = compare(el, value, secret);
  // Keys cannot write more than maxlength either, and control characters would act as keys (Enter submits).
  const cut = el.maxLength >= 0 && currentText(el).length >= el.maxLength && value.length > el.maxLength;
  const keys = !untyped && !cut && !/[\u0000-\u0009\u000B-\u001F\uE000-\uF8FF]/u.test(value) && (el.localName === "textarea" || !value.includes("\n"));
  if (outcome.ok) el.blur();
  return { done: { ...outcome, description, drift: got.drift, keys: keys && !outcome.ok, limit: cut ? el.maxLength : null }, elements: outcome.ok ? [] : [el] };
}

const selectContent = (_request, el) => {
  selectAll(el);
  return { done: {} };
};

function readBack({ value, secret }, el) {
  const outcome = compare(el, value, secret);
  el.blur();
  return { done: outcome };
}

const optionText = (option) => collapse(option.label || option.text);

const nearestOptions = (texts, matcher) => {
  const wanted = wantedText(matcher);
  return [...new Set(texts)].map((text) => ({ text, score: likeness(wanted, text) })).sort((a, b) => b.score - a.score).slice(0, 5).map(({ text }) => text);
};

const popupOf = (el) => [...references(el, "aria-controls"), ...references(el, "aria-owns")].filter(visible);

const OPTION_ROLES = ["option", "menuitem", "menuitemradio", "menuitemcheckbox", "radio", "treeitem"];

function optionsIn(root) {
  return deepAll(root, "[role],option,input[type=radio],li").filter((el) => OPTION_ROLES.includes(roleOf(el)) && visible(el));
}

const optionMatches = (el, matcher) => matches(matcher, nameOf(el)) || matches(matcher, textOf(el));

const GROUP_ROLES = new Set(["radiogroup", "listbox", "menu", "group", "tree"]);

// The one option of a native select or of a group of options. `{}` for a control that has to be opened first.
function optionOf(el, matcher) {
  let options, text;
  if (el.localName === "select") [options, text] = [[...el.options], optionText];
  else if (GROUP_ROLES.has(roleOf(el))) [options, text] = [optionsIn(el), (option) => nameOf(option) || textOf(option)];
  else return {};
  const hits = options.filter((option) => matches(matcher, text(option)) || matches(matcher, textOf(option)));
  if (hits.length !== 1)
    return { not: { kind: "option", element: describe(el), count: hits.length, options: nearestOptions(options.map(text), matcher) } };
  const [option] = hits;
  if (option.disabled || option.closest("optgroup")?.disabled || disabled(option))
    return { not: { kind: "disabled", element: `the option "${text(option)}" of ${describe(el)}` } };
  return { option, text: text(option) };
}

// Chooses in a native select at once; says of anything else which element to click next.
function choose({ query, option: matcher, drift_after: wait }) {
  const got = one(query);
  if (!got.element) return got;
  if (got.drift !== null && wait > 0) return missing(query);
  const el = got.element;
  const about = { description: describe(el), drift: got.drift };
  if (disabled(el)) return { not: { kind: "disabled", element: about.description } };
  const { not, option, text } = optionOf(el, matcher);
  if (not) return { not };
  if (option && el.localName === "select") {
    el.focus();
    if (!option.selected) {
      option.selected = true;
      fire(el, "input", "change");
    }
    return { done: { ...about, kind: "set", ok: option.selected, found: chosenText(el) } };
  }
  if (option) return checked(option) || selected(option) ? { done: { ...about, kind: "set", ok: true, found: text } } : optionToClick(option, about);
  const at = receiver(el);
  if (!at.element) return { not: { kind: "covered", element: about.description, by: at.covered } };
  return { done: { ...about, kind: "open", open: el.getAttribute("aria-expanded") === "true" }, elements: [at.element] };
}

function optionToClick(option, about) {
  let take = option;
  if (!receiver(take).element) take = [...(option.labels ?? [])].find((label) => visible(label) && receiver(label).element) ?? option;
  const at = receiver(take);
  if (!at.element) return { not: { kind: "covered", element: describe(option), by: at.covered } };
  return { done: { ...about, kind: "click", option: nameOf(option) || textOf(option) }, elements: [at.element, option] };
}

// The option of the list that a combobox or a menu button opened.
function lookOption({ query, option: matcher }) {
  const got = one(query);
  if (!got.element) return got;
  const popups = popupOf(got.element);
  const options = (popups.length ? popups : [topWindow.document]).flatMap(optionsIn).filter((el) => el.localName !== "option");
  const hits = options.filter((el) => optionMatches(el, matcher));
  if (hits.length !== 1)
    return { not: { kind: "option", element: describe(got.element), count: hits.length, options: nearestOptions(options.map((el) => nameOf(el) || textOf(el)), matcher) } };
  return optionToClick(hits[0], { description: describe(got.element), drift: got.drift });
}

// Whether a choice by click is what the control now shows. A menu shows nothing: its choice is an act.
function lookChoice({ query, option: matcher }, _before, optionEl) {
  if (optionEl?.isConnected && (checked(optionEl) || selected(optionEl))) return { done: { ok: true } };
  const found = find(query);
  if (found.length !== 1) return { done: { ok: true } };
  const [el] = found;
  const role = roleOf(el);
  if (role !== "combobox" && role !== "listbox" && role !== "radiogroup") return { done: { ok: true } };
  const shown = role === "combobox"
    ? [valueOf(el), textOf(el)]
    : optionsIn(el).filter((option) => checked(option) || selected(option)).flatMap((option) => [nameOf(option), textOf(option)]);
  if (shown.some((text) => matches(matcher, text))) return { done: { ok: true } };
  return { not: { kind: "unchosen", element: describe(el), found: shown[0] ?? "" } };
}
