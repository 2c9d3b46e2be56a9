// ---- ahead.js: the further pages of a list, fetched and read while its first one is shown. Nothing is drawn and nothing is clicked.

// How many pages are fetched at the same time.
const FETCHES = 3;

// How long one call goes on, in milliseconds, before it tells what it has.
const AHEAD_FOR = 2000;

// How long an app may take for one page, in milliseconds.
const FETCH_PATIENCE = 20_000;

// Why the pages that follow are not read so: said in the trace.
class Refused extends Error {}

const withoutFragment = (address) => address.replace(/#.*$/u, "");

// A page as the session's own request brings it, parsed by the browser. Not from its cache.
const fetchPage = (address) => new Promise((resolve, reject) => {
  const { request: make, open, send } = watchWindow(topWindow, false).native;
  const path = new URL(address).pathname;
  const request = make();
  open(request, "GET", address);
  request.responseType = "document";
  request.timeout = FETCH_PATIENCE;
  request.setRequestHeader("Accept", "text/html,application/xhtml+xml");
  request.setRequestHeader("Cache-Control", "no-cache");
  request.onload = () => {
    if (request.status !== 200) reject(new Refused(`${path} was answered with ${request.status}`));
    else if (withoutFragment(request.responseURL) !== withoutFragment(address)) reject(new Refused(`${path} leads on to ${new URL(request.responseURL).pathname}`));
    else if (!request.responseXML) reject(new Refused(`${path} is no page`));
    else resolve(request.responseXML);
  };
  for (const name of ["error", "abort", "timeout"]) request[`on${name}`] = () => reject(new Refused(`${path} got no answer`));
  send(request);
});

// Where a control leads that is nothing but a link to a page of the app.
function leadsTo(el) {
  const link = el.closest("a[href]") ?? (el.querySelectorAll("a[href]").length === 1 ? el.querySelector("a[href]") : null);
  if (!link) throw new Refused(`${describe(el)} is no link`);
  const written = link.getAttribute("href");
  const plain = link.protocol.startsWith("http") && link.origin === topWindow.location.origin && !written.startsWith("#") && !link.hasAttribute("download") && ["", "_self"].includes(link.target) && !link.dataset.method;
  if (!plain) throw new Refused(`${describe(link)} does not just lead to a page of the app`);
  return withoutFragment(link.href);
}

// A page of the list as it is written in a fetched document; `shown`: in the page itself.
function writtenPage(list, next, doc, state) {
  forget();
  parsed = doc && { doc, styles: state.styles };
  try {
    if (!holds(list.ready)) throw new Refused("a fetched page is not the one that it should be");
    const page = readPage({ ...list, next });
    if (!page.rowElements.length && !page.read.empty && !page.totals.length) throw new Refused("no row is there, nor what stands for an empty list, nor a total");
    // What leads on needs no such proof: it is followed only to rows that were not there before.
    const around = [...page.totals, ...page.rowElements.slice(0, 1)].flatMap((el) => { const up = []; for (let node = flatParent(el); node; node = flatParent(node)) up.push(node); return up; });
    const within = [...page.totals, ...page.rowElements].flatMap((el) => [el, ...el.querySelectorAll("*")]);
    const kinds = new Set([...around, ...within].map(markupOf));
    return { read: page.read, next: page.next ? leadsTo(page.next) : null, kinds };
  } finally {
    parsed = null;
    forget();
  }
}

// The addresses that follow, if two that follow each other differ in one number.
function series(from, to) {
  const [before, after] = [from, to].map((address) => address.split(/(\d+)/u));
  const at = after.flatMap((part, index) => (part === before[index] ? [] : [index]));
  if (before.length !== after.length || at.length !== 1 || at[0] % 2 === 0) return () => [];
  const [place] = at;
  const step = Number(after[place]) - Number(before[place]);
  if (!(step > 0)) return () => [];
  return (count) => Array.from({ length: count }, (_, index) => after.toSpliced(place, 1, String(Number(after[place]) + step * (index + 1))).join(""));
}

// Asks for a page, and for those that are likely to follow it.
function askFor(state, address, before, most) {
  const likely = before ? series(before, address)(Math.max(0, Math.min(FETCHES - 1, most))) : [];
  for (const one of [address, ...likely]) {
    if (state.fetched.has(one)) continue;
    const answer = fetchPage(one);
    // One that is never wanted fails in silence.
    answer.catch(() => {});
    state.fetched.set(one, answer);
  }
}

async function documentAt(state, address, before, most) {
  askFor(state, address, before, most);
  const answer = state.fetched.get(address);
  state.fetched.delete(address);
  return answer;
}

// The first page once more, as it is written: only where that is what is shown does anything count that is read so.
async function begin(request, state) {
  const { list, nexts } = request;
  const here = withoutFragment(topWindow.location.href);
  const shown = writtenPage(list, nexts[0], null, state);
  if (!shown.next) throw new Refused("no page follows");
  askFor(state, here, null, 0);
  askFor(state, shown.next, here, request.most - 1);
  const written = writtenPage(list, nexts[0], await documentAt(state, here, null, 0), state);
  for (const part of ["rows", "total_text", "excepted", "empty", "end"])
    if (JSON.stringify(shown.read[part]) !== JSON.stringify(written.read[part])) throw new Refused(`the page shows other ${part.replace("_", " ")} than its address answers`);
  if (shown.read.problems.length || written.read.problems.length) throw new Refused("a field cannot be read");
  if (shown.next !== written.next) throw new Refused("the page leads on to another address than its address answers");
  for (const kind of written.kinds) state.kinds.add(kind);
  Object.assign(state, { before: here, next: shown.next, start: request.start ?? here });
}

// Reads page after page until the last one, until one shows what was not compared yet, or until the time is up.
async function readAhead(request, state) {
  const { list, nexts } = request;
  const until = performance.now() + AHEAD_FOR;
  const pages = state.pages = [];
  if (request.first) await begin(request, state);
  const told = { pages, start: state.start };
  for (const next of nexts.slice(1)) {
    if (!state.next || performance.now() > until) break;
    const address = state.next;
    const doc = await documentAt(state, address, state.before, request.most - pages.length - 1);
    const page = writtenPage(list, next, doc, state);
    const news = [...page.kinds].find((kind) => !state.kinds.has(kind));
    // What no rendered page has shown may look otherwise than it is written.
    if (news) return { ...told, render: address, why: `${shorten(`<${news}>`, 120)} is new there`, known: { styles: [...state.styles], kinds: [...state.kinds] } };
    pages.push({ ...page.read, address, last: !page.next });
    Object.assign(state, { before: address, next: page.next });
  }
  if (state.next) return { ...told, more: true };
  // Whether the list is still what it was when its first page was read.
  return { ...told, again: writtenPage(list, nexts[0], await documentAt(state, state.start, null, 0), state).read };
}

// Begun by the first look; those that follow ask whether it is done.
function lookAhead(request) {
  const own = pageState();
  if (request.first && own.ahead?.first !== request.call) own.ahead = { first: request.call, styles: new Map([...(request.known?.styles ?? []), ...drawnStyles()]), kinds: new Set(request.known?.kinds), fetched: new Map() };
  const state = own.ahead;
  if (!state) return { done: { pages: [], refused: "the page is gone" } };
  if (state.call !== request.call) {
    Object.assign(state, { call: request.call, answer: null });
    const end = (answer) => { if (state.call === request.call) state.answer = answer; };
    const why = (error) => (error instanceof Refused || error instanceof Problem ? error.message : `${error.name}: ${error.message}`);
    readAhead(request, state).then(end, (error) => end({ pages: state.pages ?? [], start: state.start, next: state.next, refused: why(error) }));
  }
  return state.answer ? { done: state.answer } : { not: { kind: "waiting" }, again: 8 };
}
