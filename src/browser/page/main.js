// ---- main.js: one operation per call, answered as `[text of a JSON object, elements…]`.

// The browser's own timers: those of the page are watched, and looking at it is none of them.
// @ts-expect-error The files are the body of one function with the parameter `early`; these are no globals.
const { setTimeout, setInterval, clearTimeout, clearInterval } = watchWindow(window, early).native;

// Done once, at once. May change the page.
const ACTS = { fill, set_date: setDate, choose, mask, unmask, dom, locate, select_content: selectContent, read_back: readBack, code: beginCode, code_stands: codeStands, typing: beginTyping, left_typed: leftTyped, read_typed: readTyped, look: (request) => ({ done: lookProbes(request) }),
  parts: (request) => ({ done: lookParts(request) }), arm: armAll, arrival, explain, click_here: clickHere, receives, roles };

// Only look, as often as needed: a driver may run them again in the document that follows.
const LOOKS = {
  target: lookTarget, ready: lookReady, frame: lookFrame, option: lookOption, choice: lookChoice, filter: lookFilter,
  stays: lookStays, file: lookFile, uploaded: lookUploaded, list: lookList, ahead: lookAhead, more: lookMore, scroll: lookScroll, fields: lookFields, read: lookRead,
  probes: (request) => {
    const look = lookProbes(request);
    return look.first === null ? { not: { kind: "waiting" }, late: { done: look } } : { done: look };
  },
  outcome: lookOutcome, moved_on: lookMovedOn, inspect: lookInspect, matches: lookMatches,
};

// Half a character is written as its escape, which no text has: texts that hold one are made whole first.
function jsonOf(answer) {
  const text = JSON.stringify(answer);
  return text.includes("\\ud") ? JSON.stringify(answer, (_, value) => (typeof value === "string" ? wellFormed(value) : value)) : text;
}

const pack = (answer, elements = []) => [jsonOf(answer), ...elements];

const failure = (error) =>
  error instanceof Problem
    ? { not: { kind: error.kind === "foreign" ? "foreign" : error.fatal ? "query" : "problem", message: error.message } }
    : { not: { kind: "failed", message: `${error.name}: ${error.message}` } };

function finish(outcome) {
  if (outcome.done) return pack({ done: outcome.done }, outcome.elements);
  let report = {};
  try {
    report = outcome.report?.() ?? {};
  } catch {
    // an error about an error helps nobody
  }
  return pack({ not: { ...outcome.not, ...report } });
}

// A click that is no person's, in the very turn in which its element is found: for what only leads on, on a page that
// draws itself anew faster than a driver can click.
function clickHere({ query }) {
  const got = one(query);
  if (!got.element) return got;
  got.element.click();
  return { done: {} };
}

// The page armed, and a guard for keys that go to whatever has the focus.
function armAll({ guard = null }) {
  const root = topWindow.document.documentElement;
  setGuard(guard, root, () => ({ element: root }));
  return { done: arm([]) };
}

function act(request, element) {
  forget();
  entering(request.entered);
  const failed = (error) => finish(failure(error));
  const stopped = outsideOf(request) ?? stoppedBefore(request);
  if (stopped) return finish(stopped);
  try {
    const outcome = ACTS[request.op](request, element);
    return outcome.then ? outcome.then(finish, failed) : finish(outcome);
  } catch (error) {
    return failed(error);
  }
}

// Looks until there is an answer or `ms` have passed. Never with animation frames: hidden windows have none.
function wait(request, element, reply) {
  const stopped = stoppedBefore(request);
  if (stopped) return reply(finish(stopped));
  const start = performance.now();
  const before = { start, mutations: 0, since: start };
  let over = false;
  let soon = null;
  const end = (packed) => {
    over = true;
    observer.disconnect();
    clearInterval(steady);
    clearTimeout(last);
    clearTimeout(soon);
    reply(packed);
  };
  const look = () => {
    forget();
    entering(request.entered);
    const outside = outsideOf(request);
    if (outside) return outside;
    try {
      return LOOKS[request.op](request, before, element);
    } catch (error) {
      return failure(error);
    }
  };
  const step = () => {
    if (over) return;
    const began = performance.now();
    const outcome = look();
    if (outcome.done || ["query", "foreign", "outside"].includes(outcome.not.kind)) return end(finish(outcome));
    if (outcome.alike && remains(request, before, outcome.alike)) return end(finish({ ...outcome, not: { ...outcome.not, settled: true } }));
    // A look at a big page costs time: leave the page as much again for itself.
    rest = performance.now() - began;
    rested = performance.now();
    if (outcome.again) wake(outcome.again);
  };
  let rest = 0;
  let rested = start;
  const wake = (delay) => {
    if (over || soon !== null) return;
    soon = setTimeout(() => { soon = null; step(); }, delay);
  };
  const observer = new MutationObserver(() => {
    before.mutations += 1;
    wake(Math.max(0, rest - (performance.now() - rested)));
  });
  const steady = setInterval(() => { if (performance.now() - rested >= rest) step(); }, 50);
  const last = setTimeout(() => {
    if (over) return;
    const outcome = look();
    // What is better than nothing counts at the caller's own deadline, not at the end of a slice.
    end(finish(outcome.done || !request.last ? outcome : (outcome.late ?? outcome)));
  }, request.ms);
  observer.observe(topWindow.document, { subtree: true, childList: true, attributes: true, characterData: true });
  if (topWindow.document !== document) observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  step();
}
