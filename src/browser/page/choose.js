// ---- choose.js: which element to click next so that an option is chosen.

const optionText = (option) => collapse(option.label || option.text);
const optionLabel = (option) => nameOf(option) || textOf(option);

const nearestOptions = (texts, matcher) => {
  const wanted = wantedText(matcher);
  return [...new Set(texts)].map((text) => ({ text, score: likeness(wanted, text) })).sort((a, b) => b.score - a.score).slice(0, 5).map(({ text }) => text);
};

const OPTION_ROLES = ["option", "menuitem", "menuitemradio", "menuitemcheckbox", "radio", "treeitem"];

function optionsIn(root) {
  return deepAll(root, "[role],input[type=radio]").filter((el) => OPTION_ROLES.includes(roleOf(el)) && visible(el));
}

const optionMatches = (el, matcher) => matches(matcher, nameOf(el)) || matches(matcher, textOf(el));

const GROUP_ROLES = new Set(["radiogroup", "listbox", "menu", "group", "tree"]);

// Whether the options are in the element itself. A list box that opens a list shows only what it has chosen.
const holdsOptions = (el) =>
  GROUP_ROLES.has(roleOf(el)) && !(el.hasAttribute("aria-expanded") && el.matches("[aria-haspopup]:not([aria-haspopup=false])"));

// A native select that nobody can see or click, because a script put a control of its own in its place.
function replacementOf(select) {
  const { width, height } = select.getBoundingClientRect();
  if (visible(select) && width > 2 && height > 2 && styleOf(select).opacity !== "0") return null;
  const around = select.parentElement?.closest("[role=combobox],[role=listbox],[aria-haspopup]");
  if (around && visible(around) && deepAll(around, "select").length === 1) return around;
  let next = select.nextElementSibling;
  for (let step = 0; next && step < 3; step += 1, next = next.nextElementSibling) {
    const found = [next, ...deepAll(next, "*")].find((el) => el.matches("[role=combobox],[aria-haspopup],button") && visible(el));
    if (found) return found;
  }
  // One without roles; whether it is that is told by the select, which has to change.
  const beside = select.nextElementSibling;
  return beside && !rendered(select) && visible(beside) && deepAll(beside, "a,input,[tabindex]").some(visible) ? beside : null;
}

// What a recipe names to choose in: of a select that is hidden, with what its label says, the control in its place.
function findToChoose(query) {
  const found = find(query);
  if (found.length || query.hidden) return found;
  return find({ ...query, hidden: true }).filter((el) => el.localName === "select" && replacementOf(el));
}

// The control that the user would use for the element that the recipe names.
function operable(el) {
  if (el.localName === "select") return replacementOf(el) ?? el;
  if (editable(el) || roleOf(el) === "combobox" || el.matches("button,summary,[aria-haspopup]")) return el;
  if (holdsOptions(el) && optionsIn(el).length) return el;
  const inside = deepAll(el, "select,[role=combobox],[aria-haspopup]").filter((node) => node.localName === "select" || visible(node));
  return inside.length === 1 ? operable(inside[0]) : el;
}

// The one option of a native select or of a group of options. `{}` for a control that has to be opened first.
function optionOf(el, matcher) {
  let options, text;
  if (el.localName === "select") [options, text] = [[...el.options], optionText];
  else if (holdsOptions(el)) [options, text] = [optionsIn(el), optionLabel];
  else return {};
  if (el.localName !== "select" && optionScroller(options, el)) return {};
  const hits = options.filter((option) => matches(matcher, text(option)) || matches(matcher, textOf(option)));
  if (hits.length !== 1)
    return { not: { kind: "option", element: describe(el), count: hits.length, options: nearestOptions(options.map(text), matcher) } };
  const [option] = hits;
  if (option.disabled || option.closest("optgroup")?.disabled || disabled(option))
    return { not: { kind: "disabled", element: `the option "${text(option)}" of ${describe(el)}` } };
  return { option, text: text(option) };
}

// Chooses in a native select at once; says of anything else which element to click next.
function choose({ query, option: matcher, drift_after: wait, guard }) {
  dropGuards();
  const got = one(query, findToChoose(query));
  if (!got.element) return got;
  if (got.drift !== null && wait > 0) return missing(query);
  const el = operable(got.element);
  const about = { description: describe(el), drift: got.drift };
  if (disabled(el)) return { not: { kind: "disabled", element: about.description } };
  const { not, option, text } = optionOf(el, matcher);
  if (not) return { not };
  if (option && el.localName === "select") {
    el.focus();
    if (!option.selected) {
      // The choice is made in this very turn: what is looked at now holds when it arrives.
      const objection = guard ? objectionTo(guard) : null;
      if (objection) return { not: { kind: "stopped", stopped: { event: "change", ...objection } } };
      option.selected = true;
      fire(el, "input", "change");
    }
    return { done: { ...about, kind: "set", ok: option.selected, found: chosenText(el) } };
  }
  const set = { done: { ...about, kind: "set", ok: true, found: text } };
  if (option) {
    if (checked(option) || selected(option)) return set;
    pageState().choice = { named: got.element, control: el, text };
    return optionToClick(option, about, guard, matcher, () => find(query).includes(got.element));
  }
  const select = got.element.localName === "select" && el !== got.element ? got.element : null;
  const already = select ? [...select.selectedOptions].some((one_) => matches(matcher, optionText(one_))) : showsAlready(el, matcher);
  if (already) return set;
  const group = holdsOptions(el);
  const open = group || isOpen(el);
  const state = pageState().choice = { named: got.element, control: el, select, ...(open ? { before: new Set(), fields: new Set(), shown: null } : seenBefore(el, matcher)), wasOpen: open && !group };
  noteOpening(el, state);
  return open ? { done: { ...about, kind: "open", open }, elements: [el] } : toOpen(el, { ...about, kind: "open", open });
}

// What is visible now is not of the list that is about to open.
const seenBefore = (el, matcher) => ({
  before: new Set([...optionsIn(el.ownerDocument), ...byText(el.ownerDocument, matcher)]),
  fields: new Set(deepAll(el.ownerDocument, "input,textarea").filter(visible)),
  shown: shownNow(el.ownerDocument),
});

function toOpen(el, done) {
  const at = opening(el);
  return at.element ? { done, elements: [at.element] } : { not: { kind: "covered", element: done.description, by: at.covered } };
}

// How often a list is opened again that closes before anything was chosen in it.
const REOPENINGS = 3;

// Keeps in mind that the control said its list was open. A field where text is typed opens and closes its list as it
// finds something.
function noteOpening(control, state) {
  if (editable(control) && !control.readOnly && control.inputMode !== "none") return;
  const observer = new (control.ownerDocument.defaultView.MutationObserver)(() => {
    if (pageState().choice !== state) observer.disconnect();
    else if (isOpen(control)) state.wasOpen = true;
  });
  for (const el of new Set([control, comboAround(control)])) observer.observe(el, { attributes: true, attributeFilter: ["aria-expanded"] });
}

// How long a field is without the focus after the click that was to open its list until that click was lost, in
// milliseconds.
const UNFOCUSED_MS = 300;

// Whether something else took the focus with the click, as a dialog does that has just come up: a field opens its list
// while it has the focus.
function lostFocus(control, state) {
  const focused = focusedIn(control.ownerDocument);
  const here = !control.matches("input,textarea") || control.getAttribute("aria-expanded") !== "false"
    || [fieldOf(control), ...popupsOf(control)].some((el) => focused && flatContains(el, focused));
  if (here) state.unfocused = undefined;
  else state.unfocused ??= performance.now();
  return !here && performance.now() - state.unfocused > UNFOCUSED_MS;
}

// A list that was open and is closed now was still on its way out from the choice before, or went with it; one whose
// field lost the focus with the click never came: it is opened again.
function reopening(control, matcher) {
  const state = pageState().choice;
  if (!state || state.reopened >= REOPENINGS || isOpen(control)) return null;
  if (!state.wasOpen && !lostFocus(control, state)) return null;
  Object.assign(state, seenBefore(control, matcher), { wasOpen: false, unfocused: undefined, reopened: (state.reopened ?? 0) + 1 });
  return toOpen(control, { description: describe(control), reopen: true });
}

// What is clicked to open a control: itself, or what of the same field lies over it (the value that it shows).
function opening(el) {
  const at = receiver(el);
  const point = at.element ? null : centre(el);
  const over = point && elementAt(el.ownerDocument, point);
  return over && flatContains(fieldOf(el), over) ? { element: over } : at;
}

// `there`: whether the control is still what the recipe names.
function optionToClick(option, about, guard, matcher, there) {
  let take = option;
  if (!receiver(take).element) take = [...(option.labels ?? [])].find((label) => visible(label) && receiver(label).element) ?? option;
  const at = receiver(take);
  if (!at.element) return { not: { kind: "covered", element: describe(option), by: at.covered } };
  if (guard)
    setGuard(guard, option, () => (!option.isConnected || !optionMatches(option, matcher) ? { why: "the option is not there any more" } : there() ? { element: option } : { why: "the control is not there any more" }));
  return { done: { ...about, kind: "click", option: optionLabel(option) }, elements: [at.element, option] };
}

const OTHER_CONTROLS = "input:not([type=hidden]),select,textarea,[role=combobox],[role=listbox],[role=switch],[role=checkbox]";

// The combo box that a field is the text field of (ARIA 1.1 has it around the field); else the control itself.
function comboAround(control) {
  if (editable(control))
    for (let up = flatParent(control); up; up = flatParent(up)) if (up.getAttribute("role") === "combobox") return up;
  return control;
}

const isOpen = (control) => [control, comboAround(control)].some((el) => el.getAttribute("aria-expanded") === "true");

// The part of the page that belongs to a field where text is typed: what it has chosen stands beside the input.
function fieldOf(control) {
  let field = control;
  if (!editable(control)) return field;
  const around = comboAround(control);
  if (around !== control) return around;
  for (let up = flatParent(field); up; up = flatParent(field)) {
    if (up.matches("body,form,fieldset,dialog,[role=dialog],table,tr,td,main,section,label") || up.getBoundingClientRect().height > 160) break;
    if (deepAll(up, "label,legend,h1,h2,h3,table").length) break;
    if (deepAll(up, OTHER_CONTROLS).some((other) => other !== control && !ariaHidden(other) && visible(other))) break;
    field = up;
  }
  return field;
}

const floats = (el, root) => {
  for (let node = el; node && node !== root; node = flatParent(node)) {
    if (["absolute", "fixed"].includes(styleOf(node).position) || ["listbox", "menu", "tree"].includes(roleOf(node))) return true;
  }
  return false;
};

const ownText = (el) => collapse([...flatChildren(el)].filter((node) => node.nodeType === 3).map((node) => node.data).join(" "));

// The texts that stand in a control's field. What floats above it is its list; a list box that stands in it is so, too,
// unless its list is known to be another one (`list`), or closed (`null`): then what was chosen is in it.
function textsShown(control, list) {
  const field = fieldOf(control);
  const listed = (el) => {
    for (let node = el; node && node !== field; node = flatParent(node)) {
      if (["absolute", "fixed"].includes(styleOf(node).position)) return true;
      if (list === undefined ? ["listbox", "menu", "tree"].includes(roleOf(node)) : node === list) return true;
    }
    return false;
  };
  const inside = [field, ...deepAll(field, "*")].filter((el) => visible(el) && !["select", "option", "svg"].includes(el.localName) && !listed(el));
  return inside.flatMap((el) => [textOf(el), ownText(el)]).filter(Boolean);
}

// Whether the option is chosen already, as far as the closed control shows. A typed text is not a choice.
function showsAlready(control, matcher) {
  if (!editable(control) && roleOf(control) !== "combobox" && control.getAttribute("aria-haspopup") !== "listbox") return false;
  const closed = [control, comboAround(control)].some((el) => el.getAttribute("aria-expanded") === "false");
  return textsShown(control, closed ? null : undefined).some((text) => matches(matcher, text));
}
