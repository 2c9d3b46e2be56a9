// ---- probe.js: questions about the page, and what happened since it was armed.

// Kept on the window under a symbol: gone as soon as the document is replaced.
const STATE = Symbol.for("idlcm");

function pageState() {
  if (!topWindow[STATE]) Object.defineProperty(topWindow, STATE, { value: {}, configurable: true });
  return topWindow[STATE];
}

const LIVE = "[role=alert],[role=status],[role=log],[role=alertdialog],[aria-live]:not([aria-live=off]),output";
const liveRegions = (docs = documents()) => docs.flatMap((doc) => deepAll(doc, LIVE));

const liveTextMatches = (docs, matcher) =>
  liveRegions(docs).some((el) => visible(el) && [el, ...deepAll(el, "*")].some((one) => matches(matcher, textOf(one))));

// Watches for messages from now on and keeps their text even if they vanish.
function watchMessages() {
  const state = pageState();
  state.observer?.disconnect();
  const before = new Map(liveRegions().map((el) => [el, visible(el) ? textOf(el) : ""]));
  const texts = new Set();
  const waiting = new Set();
  const keep = (el) => {
    for (const one of [el, ...deepAll(el, "*").slice(0, 50)]) {
      const text = textOf(one);
      if (text && text.length <= 500 && texts.size < 2000) texts.add(text);
    }
  };
  const note = (el) => {
    if (!el || SILENT.has(el.localName)) return;
    if (visible(el)) { keep(el); waiting.delete(el); } else if (el.isConnected && waiting.size < 200) waiting.add(el);
  };
  const checkLive = () => {
    for (const el of liveRegions()) if (visible(el) && textOf(el) !== (before.get(el) ?? "")) { before.set(el, textOf(el)); keep(el); }
    for (const el of [...waiting]) note(el);
  };
  const observer = new MutationObserver((records) => {
    forget();
    for (const record of records) {
      if (record.type === "characterData") note(record.target.parentElement);
      for (const node of record.addedNodes) note(node.nodeType === 1 ? node : record.target.nodeType === 1 ? record.target : null);
    }
    checkLive();
  });
  const options = { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ["class", "style", "hidden", "open"] };
  const docs = documents();
  for (const doc of docs) for (const root of [doc, ...shadowsIn(doc)]) observer.observe(root, options);
  Object.assign(state, { observer, texts, checkLive, docs: new WeakSet(docs) });
}

function toastShown(matcher) {
  const state = topWindow[STATE];
  if (!state?.texts) return liveTextMatches(documents(), matcher);
  state.checkLive();
  // The document of a frame that came since says nothing old.
  return [...state.texts].some((text) => matches(matcher, text)) || liveTextMatches(documents().filter((doc) => !state.docs.has(doc)), matcher);
}

// Each part at the first place behind the one before, the last one at the end: if that does not match, nothing does.
function globMatches(glob, text) {
  const parts = glob.split("*");
  if (parts.length === 1) return text === glob;
  const last = parts.pop();
  let at = 0;
  for (const [index, part] of parts.entries()) {
    const found = text.indexOf(part, at);
    if (found < 0 || (index === 0 && found > 0)) return false;
    at = found + part.length;
  }
  return text.length - at >= last.length && text.endsWith(last);
}

function urlMatches(glob) {
  const at = parsed ? new URL(parsed.doc.URL) : topWindow.location;
  const without = glob.includes("://") ? at.origin + at.pathname + at.search : glob.includes("?") ? at.pathname + at.search : at.pathname;
  return globMatches(glob, without) || globMatches(glob, without + at.hash);
}

function ask(probe) {
  switch (probe.ask) {
    case "visible": return find(probe.query).some((el) => !probe.text || matches(probe.text, textOf(el)));
    case "gone": return !find(probe.query).length;
    case "enabled": return find(probe.query).some((el) => !disabled(el));
    case "url": return probe.globs.some(urlMatches);
    case "title": return matches(probe.text, pageDocument().title);
    case "toast": return toastShown(probe.text);
    case "value": return find(probe.query).some((el) => matches(probe.is, valueOf(el)));
    case "every_row": return find(probe.query).every((el) => matches(probe.text, textOf(el)));
    case "opened_by_row": return find(probe.query).some(openedByRow);
    case "known": return probe.holds;
    case "all": return probe.all.every(ask);
    case "any": return probe.any.some(ask);
    case "not": return !ask(probe.not);
    default: throw new Problem("query", `the condition "${probe.ask}" is not known`, true);
  }
}

// A question that cannot be answered (a missing column, say) does not hold; its negation does not hold either.
function holds(probe) {
  try {
    return ask(probe);
  } catch (error) {
    if (error instanceof Problem && !error.fatal) return false;
    throw error;
  }
}

function arm(probes) {
  const state = pageState();
  state.marker = Math.random().toString(36).slice(2);
  watchMessages();
  return { marker: state.marker, held: probes.map(holds) };
}

// Whether a document that the probe asks about came since the page was armed.
function replacedSince(probe, armed) {
  const state = topWindow[STATE];
  if (state?.marker !== armed.marker) return true;
  const parts = probe.all ?? probe.any ?? (probe.not ? [probe.not] : []);
  if (parts.length) return parts.some((part) => replacedSince(part, armed));
  if (!probe.query?.frames?.length) return false;
  const doc = frameDocument(probe.query.frames);
  return Boolean(doc) && !state.docs.has(doc);
}

// Which probes hold; since the page was armed, those that held directly before do not count.
function lookProbes({ probes, armed }) {
  const all = probes.map((probe, at) => holds(probe) && (!armed || !armed.held[at] || replacedSince(probe, armed)));
  const first = all.indexOf(true);
  const led_to = armed && topWindow[STATE]?.marker !== armed.marker ? topWindow.location.href : null;
  return { first: first < 0 ? null : first, all, led_to };
}

// How long the page is left to show what an answer means, in milliseconds.
const AFTER_ANSWER = 60;
const AFTER_LAST_ANSWER = 300;

// How long a page at rest is given to do something about an act, in milliseconds.
const AFTER_NOTHING = 1500;

// As `lookProbes`, after an act: what stands for success counts once the app has answered what the act had sent. An app
// may show a change at once and take it back when its server refuses.
function lookOutcome(request) {
  const look = lookProbes(request);
  const waiting = { not: { kind: "waiting" }, late: { done: look } };
  const act = request.act ? recordOf(request.act) : null;
  const at = act?.at ?? null;
  const open = at === null ? null : busyWith(request.rest?.known ?? [], at);
  const last = at === null ? 0 : Math.max(...viewsHere().map((view) => view[WATCH]?.answered ?? 0));
  const since = last >= (at ?? 0) ? clock() - last : Infinity;
  look.open = open !== null;
  if (look.first === null) {
    // No rule knows success, and all that the act had sent is answered: reading tells.
    const answered = at !== null && !open && unsafeSoFar() > act.unsafe && last >= at && since >= AFTER_LAST_ANSWER;
    if (answered && !request.successes.includes(true)) return { done: look };
    const nothing = at !== null && clock() - at > AFTER_NOTHING && untouchedBy(act) && !unrest(request.rest ?? {}, true);
    return nothing ? { done: look } : waiting;
  }
  if (!request.successes[look.first] || at === null) return { done: look };
  if (open || since < AFTER_ANSWER) {
    act.shown ??= look.all;
    return { ...waiting, again: 40 };
  }
  const refusal = act.shown ? look.all.findIndex((held, index) => held && !request.successes[index] && !act.shown[index]) : -1;
  return { done: refusal < 0 ? look : { ...look, first: refusal } };
}

// For probes whose documents no single script can reach: what each part holds in this one; null where it cannot be asked.
function lookParts({ probes, marker }) {
  const parts = probes.map((probe) => {
    try {
      return ask(probe);
    } catch (error) {
      if (error instanceof Problem && (!error.fatal || error.kind === "foreign")) return null;
      throw error;
    }
  });
  return { parts, replaced: topWindow[STATE]?.marker !== marker };
}
