// ---- choice.js: the list that a control opened: its options, those out of sight included, and what the control shows then.

// How long a list that is narrowed by typing has to stay as it is, in milliseconds: longer than apps wait for the next key.
const NARROWED_MS = 350;

const popupsOf = (control) => {
  const owners = [comboAround(control), control, ...deepAll(control, "[aria-controls],[aria-owns]")];
  return [...new Set(owners.flatMap((el) => [...references(el, "aria-controls"), ...references(el, "aria-owns")]))].filter((el) => visible(el) || elementsIn(el).some(visible));
};

// The control again. An open list often has the label of its control, too, or hides the rest of the page from assistive
// software: then the control is the one it was before.
function controlOf(query) {
  const { named } = pageState().choice ?? {};
  const found = findToChoose(query);
  if (named?.isConnected && (found.length ? found.length > 1 && found.includes(named) : visible(named))) return { element: operable(named), drift: memo.drift[0] ?? null };
  const got = one(query, found);
  return got.element ? { ...got, element: operable(got.element) } : got;
}

function focusedIn(doc) {
  let el = doc.activeElement;
  while (el?.shadowRoot?.activeElement) el = el.shadowRoot.activeElement;
  return el;
}

// The field to type into so that the list gets shorter; its content is selected.
function lookFilter({ query, option: matcher }) {
  const got = controlOf(query);
  if (!got.element) return got;
  const control = got.element;
  const closed = reopening(control, matcher);
  if (closed) return closed;
  const state = pageState().choice;
  const fields = state?.fields ?? new Set();
  const focused = focusedIn(control.ownerDocument);
  const inside = [control, ...popupsOf(control)].flatMap((el) => deepAll(el, "input,textarea")).filter((el) => editable(el) && visible(el));
  const appeared = state?.fields ? deepAll(control.ownerDocument, "input,textarea").filter((el) => editable(el) && visible(el) && !fields.has(el)) : [];
  const box = editable(control) ? control
    : focused && editable(focused) && (flatContains(control, focused) || !fields.has(focused)) ? focused
      : inside.length === 1 ? inside[0] : appeared.length === 1 ? appeared[0] : null;
  if (!box) return { not: { kind: "unfit", element: describe(control), why: "its list has no field to type into; leave `filter` out" } };
  if (box.value) box.select?.();
  return { done: {}, elements: [box] };
}

// The options that are drawn now. Without roles: what appeared since the list was opened and has the text.
function optionsListed(control, matcher) {
  if (holdsOptions(control)) return { options: optionsIn(control) };
  const state = pageState().choice ?? {};
  const { before = new Set() } = state;
  const own = popupsOf(control).flatMap(optionsIn);
  const options = own.length ? own : optionsIn(control.ownerDocument).filter((el) => !before.has(el) && el.localName !== "input");
  if (options.length) return { options };
  const plain = byText(control.ownerDocument, matcher).filter((el) => !before.has(el) && belongsTo(control, el, state));
  return { options: plain, plain: true, lines: linesListed(control, state) };
}

// Lists that draw a part of their options often turn the wheel themselves, behind a hidden overflow.
const scrollsList = (el) => {
  const more = el.scrollHeight - el.clientHeight;
  return more > 2 && el.clientHeight > 0 && new RegExp(more > 60 ? "auto|scroll|overlay|hidden" : "auto|scroll|overlay", "u").test(styleOf(el).overflowY);
};

// What scrolls the list of a control around that option; null where only what lies around the list scrolls, too: the page,
// a dialog. That has the control in it; and what has a group of options in it has more than them in it.
function listScroller(option, control) {
  const group = holdsOptions(control);
  for (let node = flatParent(option); node; node = flatParent(node)) {
    const around = flatContains(node, control);
    if (around && !group) return null;
    if (!scrollsList(node)) continue;
    if (!around || node === control) return node;
    const rest = node.scrollHeight - Math.max(control.scrollHeight, control.getBoundingClientRect().height);
    return rest < 60 && node !== control.ownerDocument.scrollingElement ? node : null;
  }
  return null;
}

// What scrolls a list that draws only a part of its options; null if all are there.
function optionScroller(options, control) {
  const scroller = options.length ? listScroller(options[0], control) : null;
  if (!scroller) return null;
  const size = Number(options[0].getAttribute("aria-setsize"));
  const { first, last, height } = extent(scroller, options);
  const space = Math.max(2 * height, 60);
  return size > options.length || first > space || scroller.scrollHeight - last > space ? scroller : null;
}

// Where the drawn options begin and end, from the top of what is scrolled.
function extent(scroller, options) {
  const from = scroller.getBoundingClientRect().top - scroller.scrollTop;
  const boxes = options.map((el) => el.getBoundingClientRect());
  const first = Math.min(...boxes.map((box) => box.top)) - from;
  const last = Math.max(...boxes.map((box) => box.bottom)) - from;
  return { first, last, height: boxes[0].height, from };
}

// The browser tells a page of scrolling with the next frame, which may take long; most lists draw at once when told.
function scrollTo(scroller, top) {
  scroller.scrollTo({ top, behavior: "instant" });
  // It does not bubble (CSSOM View, section 14).
  scroller.dispatchEvent(new (scroller.ownerDocument.defaultView.Event)("scroll"));
}

// One step through a list that draws a part: notes what is in sight and scrolls on. Null once all was seen.
function scanStep(scroller, options, matcher, state, plain) {
  const now = performance.now();
  if (state.scan && !state.scan.scroller.isConnected) state.scan = undefined;
  const scan = (state.scan ??= { scroller, hits: new Map(), texts: new Set(), moved: now, over: false, begun: false, seen: 0, plain });
  if (!scan.begun) {
    scan.begun = true;
    // Who turns the wheel has the mouse over the list; some lists go back to their highlighted option otherwise.
    mouse(options[0], "pointerover", "pointermove", "mouseover", "mousemove");
    if (scroller.scrollTop > 0) {
      scan.moved = now;
      scrollTo(scroller, 0);
      return { not: { kind: "settling" }, again: 20 };
    }
  }
  const { first, last, from } = extent(scroller, options);
  const top = scroller.scrollTop;
  const bottom = top + scroller.clientHeight;
  const end = bottom >= scroller.scrollHeight - 2;
  const drawn = first <= top + 60 && (last >= bottom - 2 || end);
  // Drawn late, or not at all where a list has a foot.
  if (!drawn && now - scan.moved < 1000) return { not: { kind: "settling" }, again: 1 };
  if (first > scan.seen + 2 && !scan.back) {
    // More was passed than what is drawn out of sight before the first in sight: back, so that none is left out.
    Object.assign(scan, { moved: now, back: true });
    scrollTo(scroller, scan.seen - 1);
    return { not: { kind: "settling" }, again: 1 };
  }
  Object.assign(scan, { seen: last, back: false });
  for (const option of options) {
    const text = optionLabel(option);
    if (scan.texts.size < 20_000) scan.texts.add(text);
    if (plain ? !inLine(option, matcher).length : !optionMatches(option, matcher)) continue;
    const place = Math.round(option.getBoundingClientRect().top - from);
    scan.hits.set((!plain && option.id) || option.getAttribute("aria-posinset") || option.getAttribute("data-index") || `at ${place}`, place);
  }
  if (end) {
    // The last options may just be loading.
    if (now - scan.moved < 100) return { not: { kind: "settling" }, again: 50 };
    Object.assign(scan, { over: true, height: scroller.scrollHeight });
    return null;
  }
  scan.moved = now;
  // Lists draw some options out of sight on both sides.
  scrollTo(scroller, Math.max(last + Math.max(0, top - first) - 1, top + 1));
  return { not: { kind: "settling" }, again: 1 };
}

const noOption = (control, matcher, count, texts) =>
  ({ kind: "option", element: describe(control), count, options: nearestOptions(texts, matcher) });

// The option of an open list, scrolled to.
function lookOption({ query, option: matcher, filtered, guard }) {
  const state = (pageState().choice ??= {});
  const { scan } = state;
  // On the way through a long list only the list is looked at.
  if (scan?.scroller.isConnected && !scan.over && !filtered) {
    const drawn = scan.plain ? linesIn([scan.scroller]) : optionsIn(scan.scroller);
    const step = drawn.length ? scanStep(scan.scroller, drawn, matcher, state, scan.plain) : null;
    if (step) return { ...step, late: { not: noOption(state.control, matcher, 0, [...scan.texts]) } };
  }
  const got = controlOf(query);
  if (!got.element) return got;
  const control = got.element;
  const closed = reopening(control, matcher);
  if (closed) return closed;
  const { options, plain, lines = options } = optionsListed(control, matcher);
  const texts = () => (plain ? [...newTexts(control, state), ...lines.map(textOf), ...lines.flatMap((line) => linesOf(line).map(textOf))] : options.map(optionLabel));
  if (filtered) {
    const drawn = lines.map(optionLabel).join("\n");
    const now = performance.now();
    if (state.drawn !== drawn) Object.assign(state, { drawn, since: now, scan: undefined });
    if (now - state.since < NARROWED_MS) return { not: noOption(control, matcher, 0, texts()), again: 40 };
  }
  const scroller = optionScroller(lines, control);
  const hits = scroller && plain ? lines.flatMap((line) => inLine(line, matcher)) : options.filter((el) => optionMatches(el, matcher));
  if (scroller) {
    // More may have been loaded at the end.
    if (state.scan?.over && scroller.scrollHeight > state.scan.height + 2) Object.assign(state.scan, { over: false, moved: performance.now() });
    if (!state.scan?.over || !state.scan.scroller.isConnected) {
      const step = scanStep(scroller, lines, matcher, state, plain);
      if (step) return { ...step, late: { not: noOption(control, matcher, 0, [...state.scan.texts]) } };
    }
    const { hits: places, texts: seen } = state.scan;
    if (places.size !== 1) return { not: noOption(control, matcher, places.size, [...seen]) };
    const [place] = places.values();
    if (!hits.length) {
      scrollTo(scroller, Math.max(0, place - scroller.clientHeight / 2));
      return { not: noOption(control, matcher, 0, [...seen]), again: 20 };
    }
  } else if (!hits.length && lines.length) {
    loadMore(lines, control);
  }
  if (hits.length !== 1) return { not: noOption(control, matcher, hits.length, texts()) };
  const [option] = hits;
  const unrest = scroller && plain ? unrested(option, state) : null;
  if (unrest) return unrest;
  if (disabled(option)) return { not: { kind: "disabled", element: `the option "${optionLabel(option)}" of ${describe(control)}` } };
  const role = roleOf(option);
  const list = option.closest("[role=listbox],[role=menu],[role=tree],[role=grid]");
  // Where several can be chosen, some lists only say so by what can be checked.
  const several = role === "menuitemcheckbox" || (role === "option" && (option.hasAttribute("aria-checked") || deepAll(option, "input[type=checkbox]").length > 0)) || list?.getAttribute("aria-multiselectable") === "true";
  Object.assign(state, { text: optionLabel(option), parts: [textOf(option), ...deepAll(option, "*").map(ownText)].filter(Boolean), menu: role.startsWith("menuitem"), several, list: list ?? undefined });
  const about = { description: describe(control), drift: got.drift };
  const unsure = several ? doubt(option, options, control, state) : null;
  if (unsure) return unsure;
  if ((several && (checked(option) || (selected(option) && !state.follows && !state.doubt))) || (role === "menuitemradio" && checked(option)))
    return unfolding(control, state, toggle(control) ?? closer(control, state), { ...about, already: true });
  return optionToClick(option, about, guard, matcher, () => control.isConnected);
}

// An option of a list that takes several may count as selected and only be highlighted, which the control does not show.
// The highlight is moved away: what is selected even then is chosen. Where there is nothing to move it to, a click tells.
function doubt(option, options, control, state) {
  const shown = textsShown(control, state.list).some((text) => text === state.text || text.split(/[,;]/u).some((part) => part.trim() === state.text));
  state.doubt = false;
  if (checked(option) || shown) return null;
  if (!selected(option)) {
    state.follows ||= state.moved === true;
    return null;
  }
  if (state.moved) return null;
  const away = options.find((el) => el !== option && !disabled(el));
  state.doubt = !away;
  if (!away) return null;
  state.moved = true;
  mouse(away, "mouseover", "mousemove");
  return { not: { kind: "settling" }, again: 40 };
}

const mouse = (el, ...types) => {
  const { MouseEvent, PointerEvent } = el.ownerDocument.defaultView;
  const { x, y } = centre(el) ?? { x: 0, y: 0 };
  for (const type of types) {
    // A move is one from elsewhere.
    const at = x + (type.endsWith("move") ? 1 : 0);
    const how = { bubbles: true, composed: true, cancelable: true, clientX: at, clientY: y, screenX: at, screenY: y };
    el.dispatchEvent(type.startsWith("pointer") ? new PointerEvent(type, { ...how, pointerType: "mouse" }) : new MouseEvent(type, how));
  }
};

// The end of a list may load more of it.
function loadMore(options, control) {
  const scroller = listScroller(options.at(-1), control);
  if (scroller) scroller.scrollTo({ top: scroller.scrollHeight, behavior: "instant" });
}

// What stands in the list of a control without roles, for an error.
const newTexts = (control, state) =>
  deepAll(control.ownerDocument, "li,a,button").filter((el) => visible(el) && !state.before?.has(el) && belongsTo(control, el, state)).map(textOf);

// What closes a list that stays open after a choice, so that it covers nothing: the control, clicked again. A field where
// text is typed is left instead; what came with the list and covers the page around it is clicked here.
function closer(control, state) {
  // A field opens its list again for whatever is chosen next, while it has the focus.
  if (editable(control) && (state?.several || listStands(control))) focusedIn(control.ownerDocument)?.blur();
  if (editable(control) || holdsOptions(control) || !isOpen(control)) return [];
  if (receiver(control).element) return [control];
  const cover = state?.pressed ? null : coverOf(control, state);
  if (cover) {
    state.pressed = true;
    mouse(cover, "pointerdown", "mousedown", "pointerup", "mouseup", "click");
  }
  return [];
}

// A list that still unfolds may lie over its own control, which is what closes it: it is waited for, or it would stay open
// and cover what comes next.
const UNFOLDS_MS = 1000;
function unfolding(control, state, elements, done) {
  state.unfolds ??= performance.now();
  const covered = elements.length === 0 && !editable(control) && !holdsOptions(control) && isOpen(control) && !receiver(control).element;
  if (!covered || state.pressed || performance.now() - state.unfolds > UNFOLDS_MS) return { done, elements };
  return { not: { kind: "settling" }, late: { done }, again: 40 };
}

// What lies over the whole page since a list was opened.
function coverOf(control, state) {
  if (!state?.shown) return null;
  const { shown, list } = state;
  const { innerWidth: width, innerHeight: height } = control.ownerDocument.defaultView;
  const corners = [[2, 2], [width - 3, 2], [2, height - 3], [width - 3, height - 3]].map(([x, y]) => elementAt(control.ownerDocument, { x, y }));
  const [first] = corners;
  return first && corners.every((el) => el === first) && !shown.has(first) && !(list && flatContains(list, first)) ? first : null;
}

// A field where nothing can be typed is a button: it takes a click to close what it opened.
function toggle(control) {
  const { element } = (control.readOnly || control.inputMode === "none") && isOpen(control) ? opening(control) : {};
  return element ? [element] : null;
}

const listStands = (control) => isOpen(control) || (editable(control) && popupsOf(control).length > 0);

// Until the list of a field that was left is closed: whoever comes next would take it for an open one, or find it in the
// way. Some lists only go when the mouse is pressed beside them; that is done within the dialog or part around them.
function closing(control, state, option) {
  const stands = state.pressed ? isOpen(control) : editable(control) && listStands(control);
  // Said to be closed, and still on its way out.
  const fades = !stands && option && visible(option) && [control, comboAround(control)].some((el) => el.getAttribute("aria-expanded") === "false");
  if (!stands && !fades) return null;
  const now = performance.now();
  state.left ??= now;
  if (now - state.left > 600) return null;
  if (stands && now - state.left > 200 && !state.pressed) {
    state.pressed = true;
    const elements = toggle(control);
    if (elements) return { done: { ok: true }, elements };
    let part = flatParent(control);
    while (part && !part.matches("body,form,fieldset,dialog,[role=dialog],td,main,section")) part = flatParent(part);
    if (part) mouse(part, "mousedown");
  }
  return { not: { kind: "settling" }, late: { done: { ok: true } }, again: 20 };
}

// Whether a choice by click is what the control now shows. A menu shows nothing: its choice is an act.
function lookChoice({ query, option: matcher }, _before, optionEl) {
  const state = pageState().choice;
  const found = findToChoose(query);
  const named = found.length === 1 ? found[0] : found.find((el) => el === state?.named);
  // Its name may be the value that it shows.
  const control = named ? operable(named) : state?.control;
  // The page was replaced: whatever the choice did, nothing is left here to be asked.
  if (!control || (!named && !state)) return { done: { ok: true } };
  const there = optionEl?.isConnected ? optionEl : null;
  const on = there && (checked(there) || selected(there));
  const shows = (text) => text !== "" && text !== null && (matches(matcher, text) || text === state?.text || text === state?.parts?.[1]);
  const shown = () => {
    if (state) state.proved = true;
    const elements = state?.several || editable(control) ? closer(control, state) : [];
    const rest = state ? closing(control, state, there) : null;
    if (rest || !state?.several) return rest ?? { done: { ok: true }, elements };
    return unfolding(control, state, elements, { ok: true });
  };
  // It was seen; the list that is closing may have taken its proof with it.
  if (state?.proved && control.isConnected) return shown();
  const not = (text) => ({ not: { kind: "unchosen", element: describe(control), found: shorten(text ?? "", 200) } });
  if (state?.select?.isConnected)
    return [...state.select.selectedOptions].some((one_) => shows(optionText(one_))) ? shown() : not(chosenText(state.select));
  if (state?.doubt && there && !on) {
    // It was chosen before, and the click took it back.
    state.doubt = false;
    return { done: { ok: true, again: true }, elements: [there] };
  }
  if (state?.menu) return !there || on || roleOf(there) === "menuitem" ? shown() : not("");
  if (holdsOptions(control)) {
    const chosen = optionsIn(control).filter((option) => checked(option) || selected(option)).map(optionLabel);
    return on || chosen.some(shows) ? shown() : not(chosen[0]);
  }
  if (!control.isConnected) return not("");
  const value = editable(control) ? valueOf(control) : "";
  const texts = textsShown(control, state?.list);
  if (shows(collapse(value)) || texts.some(shows) || texts.some((text) => state?.text && text.endsWith(`: ${state.text}`))) return shown();
  // A highlighted option counts as selected in some lists, while they are open.
  if (on && ((state?.several && !state.follows) || !visible(there))) return shown();
  return not(value || texts[0]);
}
