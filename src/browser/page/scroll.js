// ---- scroll.js: a list that shows only the rows in sight is scrolled and read in one go, as far as the time allows.

// How near to its end a list has to be scrolled to be at it, in CSS pixels.
const AT_END = 2;

const scrolls = (el) =>
  el.scrollHeight > el.clientHeight + 8 && /^(?:auto|scroll|overlay)$/u.test(styleOf(el).overflowY);

// What is scrolled: the container, or what scrolls inside it around the rows, or what it lies in; the page if nothing
// else. `null`: everything is in sight.
function scrollerOf(container, row) {
  if (scrolls(container)) return container;
  let inside = null;
  for (let node = row && flatParent(row); node && node !== container; node = flatParent(node)) {
    if (!flatContains(container, node)) break;
    if (scrolls(node) && (!inside || node.scrollHeight - node.clientHeight > inside.scrollHeight - inside.clientHeight)) inside = node;
  }
  if (inside) return inside;
  const page = pageOf(container);
  for (let node = flatParent(container); node; node = flatParent(node)) if (node !== page && scrolls(node)) return node;
  return page.scrollHeight > page.clientHeight + 8 ? page : null;
}

const pageOf = (el) => el.ownerDocument.scrollingElement ?? el.ownerDocument.documentElement;

// What can be seen of the scroller, in coordinates of its window.
function sightOf(scroller) {
  if (scroller === pageOf(scroller)) return { top: 0, bottom: scroller.clientHeight };
  const top = scroller.getBoundingClientRect().top + scroller.clientTop;
  return { top, bottom: top + scroller.clientHeight };
}

// Where a row is; one without a box of its own is where its content is.
function placeOf(el) {
  const box = el.getBoundingClientRect();
  if (box.height > 0) return box;
  const range = el.ownerDocument.createRange();
  range.selectNodeContents(el);
  return range.getBoundingClientRect();
}

// An app that says that it is at work.
const busyNear = (container) =>
  Boolean(container.closest("[aria-busy=true]")) || deepAll(container, "[aria-busy=true]").some(visible) ||
  deepAll(topWindow.document, "[role=progressbar]:not([aria-valuenow]),progress:not([value])").some(visible);

const rowKey = (row, key) => {
  const value = row[key];
  return Array.isArray(value) ? value.join("\n") : (value ?? "");
};

// Rows by key, in the order in which they were met. A key that one look shows twice counts twice.
function keep(state, seen, key) {
  const here = new Map();
  for (const row of seen) {
    const name = rowKey(row, key);
    const times = (here.get(name) ?? 0) + 1;
    here.set(name, times);
    const id = times === 1 ? name : `${name}\n#${times}`;
    state.rows.set(id, row);
  }
}

// One look. What was read stays on the window between the looks and between the calls; in a new document everything
// begins anew, so that it does no harm if a driver runs a look twice.
function lookScroll(request, before) {
  const { list, scroll, token } = request;
  const now = performance.now();
  const page = pageState();
  const started = page.scroll?.token === token;
  if (!holds(list.ready))
    return { not: { kind: "unready", why: started ? "the list went away while it was scrolled" : "the page is not the one it should be" } };
  const containers = find(scroll.container, topWindow.document);
  const elements = rowsOf(list);
  const empty = anyVisible(list.empty);
  const totals = totalsOf(list);
  // Where there is nothing, some apps show no list either.
  const nothing = !containers.length && !elements.length && (empty || totals.length > 0 || list.blank);
  if (containers.length !== 1 && !nothing) return { not: { kind: "unready", why: `${containers.length || "no"} elements are what is to be scrolled` } };
  const container = containers[0] ?? topWindow.document.documentElement;
  if (!started && !list.blank && !elements.length && !empty && !totals.length)
    return { not: { kind: "unready", why: "no row is there, nor what stands for an empty list, nor a total" } };
  if (!started)
    page.scroll = { token, rows: new Map(), excepted: new Set(), at: 0, from: 0, last: null, backed: 0, moves: 0, gaps: 0, tries: 0, quiet: null };
  const state = page.scroll;
  const scroller = nothing ? null : scrollerOf(container, elements[0]);
  const going = () => ({ not: { kind: "scrolling", read: state.rows.size, moves: state.moves }, again: 16 });
  const move = (top) => {
    state.moved = performance.now();
    state.moves += 1;
    scroller.scrollTo({ top, behavior: "instant" });
    return going();
  };

  // The list stands where it was put? Some lists jump back when they redraw themselves.
  const most = scroller ? scroller.scrollHeight - scroller.clientHeight : 0;
  const wanted = Math.min(state.at, most);
  if (scroller && Math.abs(scroller.scrollTop - wanted) > 1) {
    state.sight = null;
    if (state.tries < 3 || scroller.scrollTop <= state.from) {
      if (state.moved === undefined || now - state.moved >= 30) {
        state.tries += 1;
        move(state.at);
      }
      return going();
    }
    // It stands where it wants to (scroll snapping), but further than before.
    state.at = scroller.scrollTop;
  }

  const sight = scroller ? sightOf(scroller) : { top: -Infinity, bottom: Infinity };
  const height = sight.bottom - sight.top;
  const placed = elements
    .map((el) => ({ el, box: placeOf(el) }))
    .filter(({ box }) => box.bottom > sight.top - height && box.top < sight.bottom + height)
    .sort((a, b) => a.box.top - b.box.top);
  const problems = [];
  const entries = entriesOf(list, placed.map(({ el }) => el), problems);
  const rows = entries.map((el, at) => readFields(list.fields, el, at, problems));
  const blank = rows.some((row) => !collapse(String(rowKey(row, scroll.key))));
  const keys = rows.map((row) => rowKey(row, scroll.key));
  const print = hash(JSON.stringify([rows, placed.map(({ box }) => Math.round(box.top)), scroller?.scrollHeight ?? 0, totalText(list, totals)]));
  if (state.sight !== print) Object.assign(state, { sight: print, since: now });

  // More time for rows that only stand for what is on its way, for rows that do not fill what is in sight, and for rows
  // that are still those of the place before.
  const first = placed[0]?.box, final = placed.at(-1)?.box;
  const slack = Math.max(64, 1.5 * (final ? final.height : 0));
  const atEnd = !scroller || scroller.scrollTop >= most - AT_END;
  const filled = !scroller || Boolean(first && (scroller.scrollTop <= AT_END || first.top <= sight.top + slack) && (atEnd || final.bottom >= sight.bottom - slack));
  const same = state.keys === keys.join("\n");
  const patience = blank ? 3000 : !filled ? 400 : same && state.moved !== undefined ? 250 : 30;
  if (now - state.since < patience && !(same && state.quiet !== null)) return going();

  keep(state, rows, scroll.key);
  for (const { el } of placed) if (!entries.includes(el)) state.excepted.add(textOf(el));
  state.keys = keys.join("\n");
  const answer = (how) => ({
    done: {
      how, rows: [...state.rows.values()], excepted: state.excepted.size, moves: state.moves, gaps: state.gaps, empty,
      total_text: totalText(list, totals), end: anyVisible(list.end), problems,
    },
  });
  if (blank) problems.push({ field: scroll.key, row: null, kind: "ambiguous", message: "a row shows no key, even after 3 s" });
  if (totals.length > 1) problems.push({ field: "total", row: null, kind: "ambiguous", message: `${totals.length} elements: ${totals.slice(0, 3).map(describe).join(", ")}` });
  if (problems.length) return answer("end");
  if (state.rows.size > scroll.max_rows) return answer("too_many");
  if (scroll.stop && rows.some((row) => matches(scroll.stop.is, String(row[scroll.stop.field] ?? "")))) return answer("stopped");

  // A row of the place before has to be in sight still; otherwise rows may have been passed over: half of the way back.
  if (state.last && rows.length && !keys.some((key) => state.last.has(key))) {
    if (state.backed < 8) {
      state.backed += 1;
      state.at = state.from + (state.at - state.from) / 2;
      return move(state.at);
    }
    state.gaps += 1;
  }
  if (rows.length) state.last = new Set(keys);
  Object.assign(state, { backed: 0, tries: 0 });
  if (!atEnd) {
    // Next, the last row comes to stand near the top.
    const step = final && final.top > sight.top + AT_END ? final.top - sight.top - 0.05 * height : 0.85 * height;
    state.from = scroller.scrollTop;
    state.at = Math.min(most, scroller.scrollTop + Math.max(step, 0.2 * height));
    state.quiet = null;
    return move(state.at);
  }

  // The end: nothing more to scroll, and nothing new for a while.
  if (state.mark !== print || state.quiet === null || busyNear(container)) Object.assign(state, { mark: print, quiet: now });
  if (scroller) state.at = most;
  if (now - state.quiet < scroll.quiet) return { ...going(), again: 50 };
  const unsettled = restless(request, before, print, doubtOf({ ...list, sought: scroll.stop }, [...state.rows.values()], state.excepted.size, empty, totalText(list, totals)), 0);
  return unsettled ? { ...going(), again: unsettled.again } : answer("end");
}
