// ---- rest.js: whether the app has answered, and what it is still busy with.

// A time that can be compared between the windows of a page, in milliseconds.
const clock = () => performance.timeOrigin + performance.now();

// The windows whose documents a single script can reach.
const viewsHere = () => documents().map((doc) => doc.defaultView).filter(Boolean);

// A request that is not answered for so long, in milliseconds, is a stream: nothing that a list waits for.
const STREAM_AFTER = 25_000;

const streamsHere = () => viewsHere().flatMap((view) => [...(view[WATCH]?.streams ?? [])]);

// What is in flight. `known`: kinds of requests that are streams.
function busyWith(known, since = 0) {
  for (const view of viewsHere()) {
    const { requests, streams } = watchWindow(view, false);
    for (const { kind, start } of requests.values()) {
      if (clock() - start > STREAM_AFTER) streams.add(kind);
      if (start >= since && !known.includes(kind) && !streams.has(kind)) return kind;
    }
  }
  return null;
}

// The timer that is the next to draw something, if the page does not set it all the time.
function timerAhead() {
  for (const view of viewsHere()) {
    const watch = watchWindow(view, false);
    const now = clock();
    for (const [id, { kind, until, pulse }] of watch.timers) {
      if (until < now) watch.timers.delete(id);
      else if (!pulse) return kind;
    }
  }
  return null;
}

// What keeps the page from being at rest, in words; null when nothing does. `firm`: timers and what is still being
// loaded count, too.
function unrest({ known = [] }, firm) {
  const request = busyWith(known);
  if (request) return { why: `${request} is not answered`, stream: true };
  if (!firm) return null;
  const loading = viewsHere().find((view) => view.document.readyState !== "complete");
  if (loading) return { why: `${loading.location.pathname} is still loading` };
  const timer = timerAhead();
  return timer ? { why: `${timer} is running` } : null;
}

// What the browser noted about how the document came: one entry at most.
const navigationsOf = (view) => /** @type {PerformanceNavigationTiming[]} */ (view.performance.getEntriesByType("navigation"));

// Kinds of requests that the app did not answer, or with an error of its own, since anything was done; not those that are
// known to fail while the page shows what it should (`harmless`). What the page shows then may be what it shows for "could not be read".
// `shown`: the list is there, as long as the app says, so that what always fails is not what it is made of.
function failing({ harmless = [] }, shown) {
  for (const view of viewsHere()) {
    const [page] = navigationsOf(view);
    const status = page?.responseStatus ?? 200;
    if (status === 401 || status === 403 || status >= 500) return { why: `the page was answered with ${status}`, status };
    const { failed, served } = watchWindow(view, false);
    for (const [kind, answer] of failed)
      if (!harmless.includes(kind) && !(shown && !served.has(kind))) return { why: answer ? `${kind} was answered with ${answer}` : `${kind} got no answer`, status: answer };
  }
  return null;
}

// Those that were never answered otherwise in this document.
const alwaysFailing = () => viewsHere().flatMap((view) => {
  const { failed, served } = watchWindow(view, false);
  return [...failed.keys()].filter((kind) => !served.has(kind));
});

// How slow the app was in this document, in milliseconds: its slowest answer.
function slowness() {
  let slowest = 0;
  for (const view of viewsHere()) {
    const [page] = navigationsOf(view);
    if (page) slowest = Math.max(slowest, page.responseStart - page.requestStart);
    slowest = Math.max(slowest, view[WATCH]?.slowest ?? 0);
  }
  return Math.round(slowest);
}

// Real time between two looks that have to agree, in milliseconds: more where the app is slow, and where nobody knows
// what began before the first look.
const SHORT_GAP = 120;
const LONG_GAP = 2000;
function gapBetween({ slowest = 0 }) {
  const early = viewsHere().every((view) => view[WATCH]?.early);
  return Math.min(LONG_GAP, Math.max(early ? SHORT_GAP : 1000, slowest, slowness()));
}

// How long a page is waited for, in milliseconds: because of its timers and of what it loads besides, and because of its
// requests where what was read shows no doubt. Else requests have all the time that a page has.
const TIMER_PATIENCE = 12_000;
const SOME_PATIENCE = 3000;
const CALM_PATIENCE = 5000;

// How long several elements are there where one is wanted until that is how the page is, in milliseconds.
const SEVERAL_FOR = 1500;

// Whether several elements will not become one: the page is at rest, and they are the same for a while. `alike`: which.
const remains = (request, before, alike) => !restless({ ...request, list: undefined }, before, alike, "much", SEVERAL_FOR);

// One look at whether what was read counts: the page at rest, and the same for as long as `need` says. `mark` is what
// was read, `doubt` how much it may be what the page shows for a moment only (`doubtOf`): with some, timers and what
// is still being loaded are waited for, too. Answers null when it counts, else when to look again and why it does not yet.
function restless(request, before, mark, doubt, quiet) {
  const now = performance.now();
  const rest = request.rest ?? {};
  const busy = unrest(rest, doubt !== "");
  if (before.mark !== mark) Object.assign(before, { mark, marked: now });
  const waited = (request.waited ?? 0) + now - before.start;
  const patient = doubt === "" ? CALM_PATIENCE : busy?.stream ? Infinity : doubt === "some" ? SOME_PATIENCE : (request.list?.patience ?? TIMER_PATIENCE);
  if (busy && waited < patient) {
    before.rested = undefined;
    return { busy, again: 30 };
  }
  before.never = busy?.why;
  before.rested ??= now;
  const need = Math.max(quiet, doubt === "much" ? gapBetween(rest) : doubt === "some" ? 2 * gapBetween(rest) : 0);
  const same = now - (doubt === "" ? before.marked : Math.max(before.marked, before.rested));
  return same < need ? { busy, again: need - same + 5 } : null;
}
