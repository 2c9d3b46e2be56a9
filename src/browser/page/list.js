// ---- list.js: what is read of a page of a list, of a detail page, of one element.

// A 53-bit hash (cyrb53): tells one page of rows from the next.
function hash(text) {
  let a = 0xdeadbeef, b = 0x41c6ce57;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(36);
}

function readField(field, base, row, problems) {
  let found;
  try {
    found = find(field.query, base);
  } catch (error) {
    if (!(error instanceof Problem) || error.fatal) throw error;
    if (!problems.some((problem) => problem.field === field.name && problem.message === error.message))
      problems.push({ field: field.name, row, kind: error.kind, message: error.message });
    return field.each ? [] : null;
  }
  const read = (el) => (field.read.read === "text" ? writtenText(el) : readElement(el, field.read));
  if (field.each) return found.map((el) => read(el) ?? "");
  if (found.length > 1) {
    problems.push({ field: field.name, row, kind: "ambiguous", message: `${found.length} elements: ${found.slice(0, 3).map(describe).join(", ")}` });
    return null;
  }
  return found.length ? read(found[0]) : null;
}

const readFields = (fields, base, row, problems) =>
  Object.fromEntries(fields.map((field) => [field.name, readField(field, base, row, problems)]));

const anyVisible = (query) => Boolean(query) && find(query, pageDocument()).length > 0;

// Whether what a page shows is the kind of thing that a page also shows for a moment while it is at work. "much": nothing,
// or less than before. "some": not the one that is looked for, in a list that is as long as the app itself says. "": none.
function doubtOf(list, rows, excepted, empty, total) {
  if (empty || !rows.length || rows.length < (list.before ?? 0)) return "much";
  if (!list.sought || rows.some((row) => matches(list.sought.is, String(row[list.sought.field] ?? "")))) return "";
  const stated = (total ?? "").replace(/(?<=\d)[,.' \u00a0\u202f](?=\d{3})/gu, "").match(/\d+/gu) ?? [];
  return stated.map((number) => Number(number) - (list.total?.less ?? 0)).includes(rows.length + excepted) ? "some" : "much";
}

// The rows of a list, in the frame that it lives in.
function rowsOf(list) {
  const rows = find(list.rows, pageDocument());
  // One that cannot be reached among others that can be is an entry all the same: without it the list is not whole.
  const all = cached(memo.inert, pageDocument(), () => deepAll(pageDocument(), "[inert]").length > 0) ? find({ ...list.rows, inert: true }, pageDocument()) : rows;
  const lost = all.length > rows.length && all.find((row) => !rows.includes(row) && rows.some((other) => parentOf(other) === parentOf(row)));
  if (lost) throw new Problem("inert", `the row ${describe(lost)} cannot be reached, unlike others of the list`);
  for (const row of rows) memo.listed.add(row);
  return rows;
}

// The rows that are entries, without those that the app only counts.
function entriesOf(list, rows, problems) {
  if (!list.except) return rows;
  return rows.filter((el, row) => {
    try {
      return !find(list.except, el).length;
    } catch (error) {
      if (!(error instanceof Problem) || error.fatal) throw error;
      problems.push({ field: "except", row, kind: error.kind, message: error.message });
      return true;
    }
  });
}

// Where the app states how many entries there are, and what stands there.
const totalsOf = (list) => (list.total ? find(list.total.query, pageDocument()) : []);
const totalText = (list, totals) => (totals.length === 1 ? readElement(totals[0], list.total.read) : null);

const severalOf = (found) => `${found.length} elements: ${found.slice(0, 3).map(describe).join(", ")}`;

// All that is read of one page.
function readPage(list) {
  const rowElements = rowsOf(list);
  const totals = totalsOf(list);
  const problems = [];
  const entries = entriesOf(list, rowElements, problems);
  const rows = entries.map((el, at) => readFields(list.fields, el, at, problems));
  if (totals.length > 1) problems.push({ field: "total", row: null, kind: "ambiguous", message: severalOf(totals) });
  const leads = list.next ? find(list.next, pageDocument()) : [];
  if (leads.length > 1) problems.push({ field: "next", row: null, kind: "ambiguous", message: severalOf(leads) });
  const read = { rows, excepted: rowElements.length - entries.length, empty: anyVisible(list.empty), total_text: totalText(list, totals), end: anyVisible(list.end), fingerprint: hash(JSON.stringify(rows)), problems };
  return { read, rowElements, totals, next: leads.length === 1 && !disabled(leads[0]) ? leads[0] : null };
}

function lookList(request, before) {
  const { list } = request;
  // Nothing changed since the last look (which a shadow root would not have told): no need to read it all again.
  if (before.answer && before.mutations === before.seen && !shadowsIn(pageDocument()).length) return settled(request, before);
  if (!holds(list.ready)) return { not: { kind: "unready", why: "the page is not the one it should be" } };
  const { read, rowElements, totals, next } = readPage(list);
  const { rows, excepted, empty, fingerprint } = read;
  if (!rowElements.length && !empty && !totals.length && !list.blank)
    return { not: { kind: "unready", why: "no row is there, nor what stands for an empty list, nor a total" } };
  const replaced = pageState().list === undefined;
  const other = !list.previous || replaced || list.previous !== fingerprint;
  const element = next ? [next] : [];
  const answer = { done: { ...read, settled: other }, elements: element };
  if (!other) {
    before.answer = undefined;
    return { not: { kind: "same" }, late: answer };
  }
  // A control that leads on may be disabled while the app is at work.
  const quiet = list.next && !element.length ? Math.max(list.quiet, list.end_quiet) : list.quiet;
  const busy = rowElements[0]?.closest("[aria-busy=true]");
  const doubt = doubtOf(list, rows, excepted, empty, answer.done.total_text);
  // A list that only changes its order is the same to whoever looks for one row in it.
  const mark = doubt === "some" ? hash(rows.map((row) => JSON.stringify(row)).sort().join("\n")) : fingerprint;
  Object.assign(before, { answer, seen: before.mutations, quiet, busy, doubt, content: `${mark} ${empty} ${answer.done.total_text}` });
  return settled(request, before);
}

// Rows may arrive in portions, and an app may show nothing before it shows something: what was read counts when the app
// has answered and the same is there a while later.
function settled(request, before) {
  const { answer, quiet, doubt, content } = before;
  const { done } = answer;
  const firm = doubt !== "";
  const unsettled = restless(request, before, content, doubt, quiet);
  Object.assign(done, { slow: slowness(), streams: streamsHere() });
  // What is missing is not missing because it could not be read.
  const failed = firm ? failing(request.rest ?? {}, doubt === "some") : null;
  done.unrest = failed ?? (firm && unsettled ? { why: unsettled.busy?.why ?? "it kept changing" } : null);
  done.firm = firm && !unsettled && !failed;
  done.never = before.never ?? null;
  done.harmless = doubt === "much" ? [] : alwaysFailing();
  if (!unsettled && !before.busy && !failed) return settle(answer);
  return { not: { kind: "settling" }, late: answer, again: unsettled?.again ?? 40 };
}

// A look at how many rows there are, and at the control that adds more of them.
function lookMore(request, before) {
  const { list, more, known } = request;
  if (!holds(list.ready)) return { not: { kind: "unready", why: "the page is not the one it should be" } };
  const count = find(list.rows, pageDocument()).length;
  if (!count && !list.blank && !anyVisible(list.empty) && !totalsOf(list).length)
    return { not: { kind: "unready", why: "no row is there, nor what stands for an empty list, nor a total" } };
  const controls = find(more, pageDocument());
  if (controls.length > 1)
    return { not: { kind: "problem", message: `${controls.length} controls would load more: ${controls.slice(0, 3).map(describe).join(", ")}` } };
  const able = controls.length === 1 && !disabled(controls[0]);
  const grew = known === null || count > known;
  const now = performance.now();
  const waits = !able && unrest(request.rest ?? {}, true) !== null && (request.waited ?? 0) + now - before.start < TIMER_PATIENCE;
  const print = `${count} ${able} ${busyNear(pageDocument().documentElement) || waits}`;
  if (before.print !== print) Object.assign(before, { print, since: now });
  const answer = { done: { count, grew }, elements: able ? controls : [] };
  // While it loads, the control may be gone or disabled: the end has to last.
  const quiet = able ? (grew ? 30 : Infinity) : grew ? 500 : 10000;
  if (now - before.since >= quiet && !print.endsWith("true")) return answer;
  return { not: { kind: "settling" }, late: answer, again: 35 };
}

const settle = (answer) => {
  pageState().list = answer.done.fingerprint;
  return answer;
};

function lookFields(request, before) {
  const { ready, fields } = request;
  if (!holds(ready)) return { not: { kind: "unready", why: "the page is not the one it should be" } };
  const problems = [];
  const values = readFields(fields, pageDocument(), null, problems);
  if (problems.length)
    return { not: { kind: "problem", message: `${problems[0].field}: ${problems[0].message}` }, alike: problems[0].kind === "ambiguous" ? problems[0].message : undefined };
  const answer = { done: { values } };
  const unsettled = restless(request, before, JSON.stringify(values), "", 0);
  return unsettled ? { not: { kind: "settling" }, late: answer, again: unsettled.again } : answer;
}

function lookRead({ query, read }) {
  const got = one(query);
  if (!got.element) return got;
  const value = readElement(got.element, read);
  return value === null ? { not: { kind: "unfit", element: describe(got.element), why: `it has no attribute "${read.name}"` } } : { done: { value, drift: got.drift } };
}
