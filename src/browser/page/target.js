// ---- target.js: the one element that is acted on, once it can be.

// The element's in-view centre point (WebDriver, section 12.1).
function centre(el) {
  const view = el.ownerDocument.defaultView;
  const box = [...el.getClientRects()].find((rect) => rect.width > 0 && rect.height > 0);
  if (!box) return null;
  const left = Math.max(0, box.left), right = Math.min(view.innerWidth, box.right);
  const top = Math.max(0, box.top), bottom = Math.min(view.innerHeight, box.bottom);
  return right <= left || bottom <= top ? null : { x: Math.floor((left + right) / 2), y: Math.floor((top + bottom) / 2) };
}

function elementAt(doc, point) {
  let el = doc.elementFromPoint(point.x, point.y);
  while (el?.shadowRoot) {
    const inner = el.shadowRoot.elementFromPoint(point.x, point.y);
    if (!inner || inner === el) return slotOfTextAt(el, point) ?? el;
    el = inner;
  }
  return el;
}

// A text right below a host is shown where it is slotted, and that is where a click on it arrives; asked for a point, the
// browser only names the host.
function slotOfTextAt(host, { x, y }) {
  const covers = (box) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
  for (const text of nodesIn(host)) {
    if (text.nodeType !== 3 || !text.assignedSlot) continue;
    const range = host.ownerDocument.createRange();
    range.selectNode(text);
    if ([...range.getClientRects()].some(covers)) return text.assignedSlot;
  }
  return null;
}

// What stands between a place in a frame and the person, in the documents around the frame, as far as they can be asked:
// a frame may lie outside of the window, or under something. Nothing if the place is free.
function frameCover(el, { x, y }) {
  for (let view = el.ownerDocument.defaultView; view.frameElement; view = view.parent) {
    const frame = view.frameElement;
    const box = frame.getBoundingClientRect();
    const style = styleOf(frame);
    const scale = frame.offsetWidth ? box.width / frame.offsetWidth : 1;
    x = box.left + (frame.clientLeft + parseFloat(style.paddingLeft) + x) * scale;
    y = box.top + (frame.clientTop + parseFloat(style.paddingTop) + y) * scale;
    const outer = view.parent;
    if (x < 0 || y < 0 || x >= outer.innerWidth || y >= outer.innerHeight) return "the edge of the window";
    const hit = elementAt(outer.document, { x, y });
    if (hit !== frame) return hit ? describe(hit) : "nothing that takes events";
  }
  return "";
}

// What receives an event at the element's centre: the element or a label of it (then that is what is clicked), or
// something that covers it.
function receiver(el) {
  const test = () => {
    const point = centre(el);
    if (!point) return { covered: "the edge of the window" };
    const hit = elementAt(el.ownerDocument, point);
    if (!hit) return { covered: "nothing that takes events" };
    const label = hit.closest("label");
    const element = flatContains(el, hit) ? el : label && label.control === el ? label : null;
    if (!element) return { covered: describe(hit) };
    const covered = frameCover(el, point);
    return covered ? { covered } : { element };
  };
  let outcome = test();
  for (const block of ["nearest", "center"]) {
    if (outcome.element) return outcome;
    el.scrollIntoView({ block, inline: "nearest", behavior: "instant" });
    outcome = test();
  }
  return outcome;
}

// Whether a click at the centre arrives at the element, by way of what is slotted into it, for one.
function receives(_request, el) {
  const point = centre(el);
  const hit = point && elementAt(el.ownerDocument, point);
  return { done: Boolean(hit && flatContains(el, hit) && !frameCover(el, point)) };
}

// Whether the element may be on its way: by CSS ("css"), or by a script, which writes the `style` of what it moves.
const animated = (el) => {
  let styled = "";
  for (let node = el; node; node = flatParent(node))
    if (node.getAnimations?.().some((animation) => animation.playState === "running")) return "css";
    else if (node.hasAttribute("style")) styled = "script";
  return styled;
};

// Why a query does not yield one element, in the words of an error.
const missing = (query) => ({
  not: { kind: "missing" },
  report: () => {
    const { note, strays } = strayed(query);
    return { candidates: nearest(query, strays), hidden: hiddenMatches(query), note };
  },
});
const ambiguous = (found, query) => ({ not: { kind: "ambiguous", count: found.length }, alike: `${found.length} ${found.slice(0, 5).map(describe).join(" ")}`, report: () => ({ candidates: apart(found, query) }) });

// What would match if it were not for where it is looked for: not to be told as what comes near, since it is what was asked for.
function strayed(query) {
  for (const [part, place] of [["row", "in the row"], ["within", "where `within` says"]]) {
    if (!query[part]) continue;
    try {
      const strays = find({ ...query, [part]: undefined });
      if (strays.length) return { strays, note: `${strays.length} on the page, none ${place}` };
    } catch {
      // an error about an error helps nobody
    }
  }
  try {
    const lost = query.hidden ? 0 : find({ ...query, inert: true }).length;
    if (lost) return { strays: [], note: `${lost} on the page, inert: nobody can get at it` };
  } catch {
    // nor here
  }
  return { strays: [], note: null };
}

function hiddenMatches(query) {
  try {
    return query.hidden ? 0 : find({ ...query, hidden: true }).length;
  } catch {
    return 0;
  }
}

const opens = (control, el) =>
  popupsOf(control).some((popup) => flatContains(popup, el) && !flatContains(popup, control));

function one(query, all = find(query)) {
  if (!all.length) return missing(query);
  const several = all.length > 1 && all.length < 100 && !query.hidden;
  // The list that one of them has opened is none of its own: it often has the label of its control.
  const own = several ? all.filter((el) => !all.some((other) => other !== el && opens(other, el))) : all;
  // A copy that nobody can get at (inert, behind a modal dialog, off the page) is no twin of one that can be.
  const near = own.length > 1 && several ? own.filter(reachable) : own;
  const found = near.length ? near : own.length ? own : all;
  if (found.length > 1) return ambiguous(found, query);
  return { element: found[0], drift: memo.drift[0] ?? null };
}

const rectOf = (el) => {
  const { x, y, width, height } = el.getBoundingClientRect();
  return { x, y, width, height };
};

// A look at the element that is to be acted on. `before` keeps what the look before saw.
function lookTarget(request, before) {
  const got = one(request.query);
  if (!got.element) return got;
  let { element } = got;
  // An alternative that is needed because the first is not there yet gets used only when the first stays away.
  if (got.drift !== null && performance.now() - before.start < request.drift_after) return missing(request.query);
  const about = { description: describe(element), drift: got.drift };
  if (request.action === "check") {
    if (element.localName === "label" && element.control) element = element.control;
    if (checked(element) === request.want) return { done: { ...about, already: true } };
  }
  if (disabled(element)) return { not: { kind: "disabled", element: about.description } };
  if (request.action === "focus") {
    element.focus({ preventScroll: false });
    setGuard(request.guard ?? null, element, matchedBy(request.query), Boolean(request.query.row));
    return { done: about, elements: [element] };
  }
  let take = element;
  if (request.action === "check" && !visible(element)) take = [...(element.labels ?? [])].find(visible) ?? element;
  let at = receiver(take);
  if (!at.element && take === element && request.action !== "hover")
    for (const label of element.labels ?? []) {
      const other = visible(label) ? receiver(label) : at;
      if (other.element) { at = other; break; }
    }
  if (!at.element) return { not: { kind: "covered", element: about.description, by: at.covered } };
  take = at.element;
  const moved = animated(take);
  if (moved) {
    const place = JSON.stringify(rectOf(take));
    const now = performance.now();
    const frame = take.ownerDocument.timeline.currentTime;
    if (before.place !== place) { before.place = place; before.placed = now; before.frame = frame; }
    // What CSS moves stands still between two frames, and a busy browser draws few.
    const drawn = moved !== "css" || before.frame !== frame || now - before.placed > 400;
    if (now - before.placed < 40 || !drawn) return { not: { kind: "moving", element: about.description }, again: 45 };
  }
  setGuard(request.guard ?? null, element, matchedBy(request.query), Boolean(request.query.row));
  return { done: { ...about, rect: rectOf(take), armed: request.arm === null ? null : arm(request.arm ?? []) }, elements: [take] };
}

// A look at whether `fill` or `choose` could be done now. It must not do it: a wait may run twice.
function lookReady(request, before) {
  const got = one(request.query, request.for === "choose" ? findToChoose(request.query) : undefined);
  if (!got.element) return got;
  if (got.drift !== null && performance.now() - before.start < request.drift_after) return missing(request.query);
  const el = got.element;
  if (disabled(el)) return { not: { kind: "disabled", element: describe(el) } };
  if (request.for !== "choose") {
    if (["fill", "code"].includes(request.for) && boxesOf(el, request.value)) return { done: {} };
    if (el.readOnly) return { not: { kind: "unfit", element: describe(el), why: "it is read-only" } };
    if (request.for === "typing" && typedInto(el)) return { done: {} };
    return fillable(el) ? { done: {} } : { not: { kind: "unfit", element: describe(el), why: "it is not a text control" } };
  }
  const control = operable(el);
  const outcome = optionOf(control, request.option);
  if (outcome.not) return outcome;
  const at = outcome.option ? null : opening(control);
  return at?.covered ? { not: { kind: "covered", element: describe(control), by: at.covered } } : { done: {} };
}

// A frame inside those that were entered already.
const lookFrame = ({ query }) => {
  const got = one({ ...query, frames: entered });
  return got.element ? { done: {}, elements: [got.element] } : got;
};
