// ---- guard.js: an act is looked at once more at the moment it arrives, in the same turn of the page's event loop, and
// stopped if it would hit something else than what was meant.

// The events of a gesture, the last one last. An app may act on any of them.
const GESTURES = {
  click: ["pointerdown", "mousedown", "pointerup", "mouseup", "click"],
  keys: ["keydown", "keypress", "beforeinput", "submit"],
};

// How long a guard waits for its act, in milliseconds: an act that never came must not be confused with a later one.
const GUARD_LASTS = 30_000;

const dropGuards = () => { for (const view of viewsHere()) watchWindow(view, false).guard = null; };

// What an act is about besides its target: the dialog, else the form or row, around it.
const DIALOGS = "dialog,[role=dialog],[role=alertdialog]";
const surroundings = (el) => {
  for (let node = el; node; node = flatParent(node)) if (node.matches(DIALOGS)) return { dialog: node, around: node };
  for (let node = el; node; node = flatParent(node)) if (node.matches("form,tr,[role=row],li,[role=listitem]")) return { dialog: null, around: node };
  return { dialog: null, around: null };
};

const mentions = (el, text) => Boolean(el && text) && asRead(textOf(el), true).includes(asRead(text, true));

// Fields that were filled in for this commit, and what they held then.
function keepFilled(id, part, query, el, secret) {
  const { kept = new Map() } = pageState();
  pageState().kept = kept;
  for (const [other, one_] of kept) if (one_.part !== part || one_.el === el) kept.delete(other);
  if (suggests(el) || roleOf(el) === "searchbox" || el.type === "search") return;
  kept.set(id, { part, query, el, value: currentText(el), secret });
}

// A field that does not hold any more what was filled in. One that is not there any more says nothing.
function fieldThatChanged(part) {
  for (const [id, { part: of, query, value, secret }] of pageState().kept ?? []) {
    if (of !== part) continue;
    let found = [];
    try {
      found = find(query);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
    }
    const el = found.length === 1 ? fillable(found[0]) : null;
    const now = el && visible(el) ? currentText(el) : value;
    if (now !== value) return { why: `${describe(el)} does not hold any more what was filled in${secret ? "" : `: it reads "${shorten(now, 80)}"`}`, field: id };
  }
  return null;
}

const matchedBy = (query) => () => {
  const { element, not } = one(query);
  return element ? { element } : { why: not.kind === "missing" ? "it is not there any more" : `there are ${not.count} of it now` };
};

// What speaks against an act that is about to be done, or to arrive.
function objectionTo(guard) {
  const lost = guard.expects.findIndex((probe) => !holds(probe));
  return lost < 0 ? fieldThatChanged(guard.part) : { why: "a condition that the step before had expected does not hold any more", expect: lost };
}

// Where a click counts for an element: on itself, its labels, or the control that it labels.
const placesOf = (el) => [el, ...(el.labels ?? []), ...(el.localName === "label" && el.control ? [el.control] : [])];

// Sets a guard on the window of the element, for the one act that comes next. `meant` finds what is meant again.
function setGuard(guard, element, meant, inRow = false) {
  dropGuards();
  if (!guard) return;
  const view = element.ownerDocument.defaultView;
  const watch = watchWindow(view, false);
  if (!guard.light) fenceForms(view.document);
  const { dialog, around } = guard.light ? {} : surroundings(element);
  const named = !guard.light && mentions(around, guard.subject);
  const types = GESTURES[guard.kind];
  const since = clock();
  const until = since + (guard.within_ms ?? GUARD_LASTS);
  const record = { id: guard.id, passed: [], stopped: null, acted: false, changed: false, at: null, unsafe: 0, place: null, pressed: null };
  watch.record = record;

  // What only leads on is looked at when it arrives, since a menu may open, and be something else, when the button goes
  // down. What moved away under the button that was down, and did nothing else, was not clicked.
  const slippedAway = (event) => {
    const [target] = event.composedPath();
    if (event.type !== "click" || !element.isConnected || [record.pressed, ...placesOf(element)].some((el) => flatContains(el, target))) return null;
    note(observer.takeRecords());
    const { x, y, right, bottom } = element.getBoundingClientRect();
    // An animation may be ahead of the place at which the browser took the press to be.
    const beside = event.clientX < x || event.clientX > right || event.clientY < y || event.clientY > bottom;
    const moved = Math.abs(x - record.place.x) > 1 || Math.abs(y - record.place.y) > 1;
    return (moved || beside) && !record.changed && unsafeSoFar() === record.unsafe ? { why: `${describe(element)} moved away between press and release` } : null;
  };

  const objection = (event) => {
    if (guard.light && record.passed.length) return slippedAway(event);
    const found = meant();
    if (!found.element) return found;
    const target = event.composedPath()[0];
    const places = placesOf(found.element);
    const hit = event.type === "submit" ? places.some((el) => el === target || target.contains(el) || el.form === target) : places.some((el) => flatContains(el, target));
    if (!hit) return { why: `${describe(target)} is where it was` };
    if (guard.light) return null;
    const now = surroundings(found.element);
    if (named ? !mentions(now.around, guard.subject) : now.dialog !== dialog) return { why: `${dialog ? "the dialog" : "what is around it"} is not the one that it was found in` };
    return objectionTo(guard);
  };

  // A ripple inside of a button is no effect; a menu that it opened is one.
  const outside = (records) => records.some(({ type, target, attributeName }) =>
    !flatContains(element, target) || (target === element && type === "attributes" && /^(?:aria-expanded|aria-checked|aria-pressed|data-state|open|disabled)$/u.test(attributeName)));
  const observer = new view.MutationObserver((records) => note(records));
  const note = (records) => { if (outside(records)) { record.changed = true; if (watch.turn === over) record.acted = true; } };
  // What changes until another task begins was changed by whoever handled the event.
  const over = () => { note(observer.takeRecords()); watch.turn = null; };
  const pass = (event) => {
    if (record.at === null) {
      record.at = clock();
      record.unsafe = unsafeSoFar();
      record.place = element.getBoundingClientRect();
      [record.pressed] = event.composedPath();
      for (const doc of documents()) for (const root of [doc, ...shadowsIn(doc)]) observer.observe(root, { subtree: true, childList: true, attributes: true, characterData: true });
      watch.native.setTimeout(() => observer.disconnect(), GUARD_LASTS);
    }
    watch.turn = over;
    watch.native.setTimeout(() => { if (watch.turn === over) over(); }, 0);
  };

  watch.guard = (event) => {
    if (!event.isTrusted || !types.includes(event.type)) return;
    const late = clock() > until;
    if (late && !guard.within_ms) { watch.guard = null; return; }
    if (watch.turn) watch.turn();
    forget();
    if (!record.stopped) {
      let why = null;
      try {
        why = late && !record.passed.length ? { why: `it arrived ${Math.round((clock() - since) / 1000)} s after it was got ready` } : objection(event);
      } catch (error) {
        why = { why: error.message };
      }
      if (why) record.stopped = { event: event.type, ...why };
    }
    if (record.stopped) {
      event.stopImmediatePropagation();
      event.preventDefault();
    } else {
      // With its first event: what that opens is its doing already.
      if (!record.passed.length) {
        if (inRow) openingByRow();
        else goingOn(event.composedPath()[0]);
      }
      record.passed.push(event.type);
      pass(event);
    }
    if (event.type !== "click") return;
    watch.guard = null;
    if (guard.light) observer.disconnect();
  };
}

const unsafeSoFar = () => viewsHere().reduce((sum, view) => sum + watchWindow(view, false).unsafe, 0);

const recordOf = (id) => viewsHere().map((view) => view[WATCH]?.record).find((record) => record?.id === id) ?? null;

// Whether, provably, nothing came of an act that was let through: the page sent nothing, loaded nothing, set itself
// nothing for later, and looks as it did.
function untouchedBy({ at, unsafe, changed }) {
  if (at === null || changed || unsafeSoFar() > unsafe || busyWith([], at) !== null) return false;
  return viewsHere().every((view) => {
    const watch = view[WATCH];
    return watch?.early && ![...watch.timers.values()].some((timer) => timer.since >= at && !timer.pulse) &&
      !view.performance.getEntriesByType("resource").some((entry) => view.performance.timeOrigin + entry.startTime >= at);
  });
}

// Why the act before was stopped when it arrived, if it was.
const stoppedBefore = ({ after }) => {
  const record = typeof after === "number" ? recordOf(after) : null;
  return record?.stopped ? { not: { kind: "stopped", stopped: record.stopped } } : null;
};

// What became of a guarded act. Nothing is known of it once its document is gone.
function arrival({ id }) {
  const record = recordOf(id);
  if (!record) return { done: { known: false } };
  const view = viewsHere().find((one_) => one_[WATCH]?.record === record);
  view[WATCH].turn?.();
  const { passed, stopped, acted, at } = record;
  return { done: { known: true, passed, stopped, acted, sent: at !== null && unsafeSoFar() > record.unsafe, untouched: untouchedBy(record) } };
}
