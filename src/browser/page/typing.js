// ---- typing.js: controls that are filled key by key, by the driver; a script only puts the focus there and looks.

// The parts of a control that is made of several, such as those of a date. A native input may be called a spinbutton, too.
const sectionsIn = (el) => deepAll(el, "[role=spinbutton]").filter((part) => part.localName !== "input" && visible(part) && (part.isContentEditable || part.tabIndex >= 0));

// Where keys for an element go: a text control, or several sections. An input that nobody can reach stands for the sections
// beside it.
function typedInto(el) {
  const stands = el.localName === "input" && (el.tabIndex < 0 || ariaHidden(el));
  const section = el.getAttribute("role") === "spinbutton" && el.localName !== "input";
  let holder = el;
  for (let up = 0; holder && up < (stands || section ? 4 : 1); up += 1, holder = flatParent(holder)) {
    const sections = sectionsIn(holder);
    // Another section than the first is meant alone.
    if (sections.length > 1 && section && sections[0] !== el) break;
    if (sections.length > 1) return { el: sections[0], sections, holder };
  }
  const field = fillable(el);
  return field ? { el: field, sections: null, holder: field } : null;
}

const signs = (text) => text.replace(/[^\p{L}\p{N}]/gu, "");

// Whether a text shows all that was typed, in order, and adds no letter and no digit of its own.
function showsTyped(typed, found) {
  const rest = [...typed];
  let at = 0;
  for (const sign of found) {
    if (sign === rest[at]) at += 1;
    else if (signs(sign)) return false;
  }
  return at === rest.length;
}

async function beginTyping({ query, value, secret, drift_after: wait }) {
  dropGuards();
  const got = one(query);
  if (!got.element) return got;
  if (got.drift !== null && wait > 0) return missing(query);
  const unfit = (el, why) => ({ not: { kind: "unfit", element: describe(el), why } });
  const to = typedInto(got.element);
  if (!to) return unfit(got.element, "it is not a text control");
  const { el, sections } = to;
  const description = describe(got.element);
  if (disabled(el)) return { not: { kind: "disabled", element: description } };
  if (el.localName === "input" && NOT_TYPED.has(el.type)) return unfit(el, "the browser draws it; use `set_date` for a date, or leave `keys` out");
  if (el.readOnly) return unfit(el, "it is read-only");
  if (!typeable(el, value)) throw new Problem("query", "keys cannot write this text (a control character, or more than 1,000 characters); leave `keys` out", true);
  const outside = secret && secretElsewhere(el);
  if (outside) return outside;
  if (secret) for (const one_ of sections ?? [el]) one_[SECRET] = true;
  if (!centre(el)) el.scrollIntoView({ block: "center", inline: "nearest", behavior: "instant" });
  if (!sections) {
    const { done } = await selectContent({}, el);
    return { done: { ...done, filled: signs(currentText(el)) !== "", description, drift: got.drift, sections: false }, elements: [el] };
  }
  const leaving = watchLeaving();
  el.focus();
  await calm(leaving);
  leaving.end();
  return { done: { held: false, left: 0, filled: true, description, drift: got.drift, sections: true }, elements: sections };
}

// How soon a timer runs out that may move the focus to the next section, in milliseconds.
const MOVES_SOON = 250;

// Whether a control has done what it does after a key: a section that is full moves on, some a moment later.
const lookMovedOn = () => {
  const soon = ({ pulse, until }) => !pulse && until - 1000 - clock() < MOVES_SOON;
  const moving = viewsHere().some((view) => [...(view[WATCH]?.timers.values() ?? [])].some(soon));
  return moving ? { not: { kind: "waiting" }, again: 2 } : { done: {} };
};

// Whether something stands in a control that was emptied; a mask alone is nothing.
const leftTyped = (_request, el) => ({ done: { left: [...currentText(el)].length, filled: signs(currentText(el)) !== "" } });

function typedTexts(el) {
  const { sections, holder } = typedInto(el) ?? { sections: null, holder: el };
  if (!sections) return [currentText(el) ?? ""];
  const inputs = deepAll(flatParent(holder) ?? holder, "input").filter((input) => input.tabIndex < 0 || input.type === "hidden").map((input) => input.value);
  return [sections.map(textOf).join(""), textOf(holder), ...inputs.filter(Boolean)];
}

// Whether a control shows what was typed, or what the recipe says that it shows then, also once it was left.
async function readTyped({ value, secret, reads, keep, query }, el) {
  const leaving = watchLeaving();
  await calm(leaving);
  const look = () => {
    const texts = typedTexts(el);
    const fits = (text) => (reads === null ? normal(el, text) === normal(el, value) || showsTyped(value, text) : collapse(text) === collapse(reads));
    return { ok: texts.some(fits), texts };
  };
  let seen = look();
  if (seen.ok && !suggests(el)) {
    focusedIn(el.ownerDocument)?.blur?.();
    await calm(leaving);
    if (el.isConnected) seen = look();
  }
  leaving.end();
  // Sections are no text control that could be looked at again.
  if (keep && seen.ok && el.isConnected && fillable(el)) keepFilled(keep.id, keep.part, query, el, secret);
  return { done: { ok: seen.ok, found: seen.ok || secret ? null : shorten(seen.texts[seen.texts.length > 1 ? 1 : 0], 500) } };
}
