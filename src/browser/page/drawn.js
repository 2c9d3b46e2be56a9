// ---- drawn.js: lists without roles: what a control opened, its lines, and those that are drawn when they come into sight.

// How long an option of a list that draws itself has to stand still before it is clicked, in milliseconds.
const LINE_RESTS_MS = 40;

// What is visible before a list is opened.
const shownNow = (doc) => new WeakSet(deepAll(doc, "*").filter(visible));

// Whether an element may be of the list that a control opened: it floats, stands beside the control, or came into sight
// above what the control shows.
function belongsTo(control, el, { shown }) {
  if (flatContains(control, el)) return Boolean(shown && !shown.has(el) && floats(el, control));
  return floats(el, null) || flatContains(flatParent(control) ?? control, el);
}

// The outermost elements that came into sight since and may be the control's.
function openedBy(control, state) {
  const { shown } = state;
  if (!shown) return [];
  const fresh = new Set(deepAll(control.ownerDocument, "*").filter((el) => !shown.has(el) && visible(el)));
  const own = (el) => !flatContains(el, control) && belongsTo(control, el, state);
  return [...fresh].filter((el) => own(el) && !(fresh.has(flatParent(el)) && own(flatParent(el))));
}

const linesOf = (el) => flatChildren(el).filter((child) => child.nodeType === 1 && visible(child) && textOf(child) !== "");

// The lines of a list: the children of the element that has most. What a list keeps for later lies outside of it.
function linesIn(roots) {
  const all = roots.flatMap((root) => [root, ...deepAll(root, "*")]);
  const holder = all.filter(visible).reduce((best, el) => {
    const { length } = linesOf(el);
    return length > 1 && length >= best.length ? { el, length } : best;
  }, { el: null, length: 0 });
  const lines = holder.length > roots.length ? linesOf(holder.el) : roots.filter((el) => textOf(el) !== "");
  const scroller = lineScroller(lines);
  return scroller ? lines.filter((line) => placeIn(scroller, line) > -1) : lines;
}

function lineScroller(lines) {
  let scroller = lines[0] ?? null;
  while (scroller && !scrollsList(scroller)) scroller = flatParent(scroller);
  return scroller;
}

const placeIn = (scroller, el) => el.getBoundingClientRect().top - scroller.getBoundingClientRect().top + scroller.scrollTop;

// The lines of the list without roles that the control opened; those of its scrolled part, if it has one.
function linesListed(control, state) {
  const roots = openedBy(control, state);
  const scrolled = roots.flatMap((root) => [root, ...deepAll(root, "*")]).filter((el) => visible(el) && scrollsList(el));
  return linesIn(scrolled.length ? [scrolled[0]] : roots);
}

// What is in a line: the line, or the smallest elements in it with that text.
const inLine = (line, matcher) => {
  const inside = byText(line, matcher);
  return inside.length ? inside : optionMatches(line, matcher) ? [line] : [];
};

// Why an option of a list that draws itself is not clicked yet; null once it stands still.
function unrested(option, state) {
  const now = performance.now();
  const stands = `${textOf(option)} ${JSON.stringify(rectOf(option))}`;
  if (state.rests?.option !== option || state.rests.stands !== stands) state.rests = { option, stands, since: now };
  return now - state.rests.since < LINE_RESTS_MS ? { not: { kind: "settling" }, again: 20 } : null;
}
