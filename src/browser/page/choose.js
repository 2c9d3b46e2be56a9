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

// A native select that nobody can see or click, because a script put a control of its own in its place.
function replacementOf(select) {
  const { width, height } = select.getBoundingClientRect();
  if (visible(select) && width > 2 && height > 2 && styleOf(select).opacity !== "0") return null;
  let next = select.nextElementSibling;
  for (let step = 0; next && step < 3; step += 1, next = next.nextElementSibling) {
    const found = [next, ...deepAll(next, "*")].find((el) => el.matches("[role=combobox],[aria-haspopup],button") && visible(el));
    if (found) return found;
  }
  return null;
}

// The control that the user would use for the element that the recipe names.
function operable(el) {
  if (el.localName === "select") return replacementOf(el) ?? el;
  if (editable(el) || roleOf(el) === "combobox" || el.matches("button,summary,[aria-haspopup]")) return el;
  if (GROUP_ROLES.has(roleOf(el)) && optionsIn(el).length) return el;
  const inside = deepAll(el, "select,[role=combobox],[aria-haspopup]").filter((node) => node.localName === "select" || visible(node));
  return inside.length === 1 ? operable(inside[0]) : el;
}

// The one option of a native select or of a group of options. `{}` for a control that has to be opened first.
function optionOf(el, matcher) {
  let options, text;
  if (el.localName === "select") [options, text] = [[...el.options], optionText];
  else if (GROUP_ROLES.has(roleOf(el))) [options, text] = [optionsIn(el), optionLabel];
  else return {};
  if (el.localName !== "select" && optionScroller(options)) return {};
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
  const got = one(query);
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
  const group = GROUP_ROLES.has(roleOf(el));
  const open = group || el.getAttribute("aria-expanded") === "true";
  // What is visible now is not of the list that is about to open.
  const before = new Set(open ? [] : [...optionsIn(el.ownerDocument), ...byText(el.ownerDocument, matcher)]);
  const fields = new Set(open ? [] : deepAll(el.ownerDocument, "input,textarea").filter(visible));
  pageState().choice = { named: got.element, control: el, select, before, fields, shown: open ? null : shownNow(el.ownerDocument) };
  if (open) return { done: { ...about, kind: "open", open }, elements: [el] };
  const at = opening(el);
  if (!at.element) return { not: { kind: "covered", element: about.description, by: at.covered } };
  return { done: { ...about, kind: "open", open }, elements: [at.element] };
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

// The part of the page that belongs to a field where text is typed: what it has chosen stands beside the input.
function fieldOf(control) {
  let field = control;
  if (!editable(control)) return field;
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

// The texts that stand in a control's field; what floats above it is its list.
function textsShown(control) {
  const field = fieldOf(control);
  const inside = [field, ...deepAll(field, "*")].filter((el) => visible(el) && !["select", "option", "svg"].includes(el.localName) && !floats(el, field));
  return inside.flatMap((el) => [textOf(el), ownText(el)]).filter(Boolean);
}

// Whether the option is chosen already, as far as the closed control shows. A typed text is not a choice.
function showsAlready(control, matcher) {
  if (!editable(control) && roleOf(control) !== "combobox" && control.getAttribute("aria-haspopup") !== "listbox") return false;
  return textsShown(control).some((text) => matches(matcher, text));
}
