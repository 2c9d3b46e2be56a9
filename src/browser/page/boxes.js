// ---- boxes.js: codes that are asked for character by character, and the last character, which may submit them.

// Whether an input takes one character of a code: it says so, or it is as small as one character and made for digits.
// The latter may take a whole code that is put into the first box, and spread it.
function boxLike(node) {
  if (node.localName !== "input" || !editable(node) || !visible(node)) return false;
  if (node.maxLength === 1) return true;
  const { width, height } = node.getBoundingClientRect();
  const told = node.size === 1 || /(^|\s)one-time-code$/u.test(node.autocomplete);
  const digits = node.inputMode === "numeric" || ["number", "tel"].includes(node.type);
  return (told && width < 4 * height) || (digits && width <= 1.6 * height);
}

// Boxes for one character each, exactly as many as the text has. The element is the first of them or holds them all.
// Two or three narrow fields side by side are rather the parts of a date or a time, unless they take one character each.
function boxesOf(el, text) {
  const { length } = [...(text ?? "")];
  if (length < 2) return null;
  const size = (node) => { const { width, height } = node.getBoundingClientRect(); return `${Math.round(width / 3)} ${Math.round(height / 3)}`; };
  const group = (inside) =>
    inside.length === length && (inside.every((box) => box.maxLength === 1) || (length > 3 && new Set(inside.map(size)).size <= 2)) ? inside : null;
  if (!editable(el)) return group(deepAll(el, "input").filter(boxLike));
  if (!boxLike(el)) return null;
  for (let up = flatParent(el); up; up = flatParent(up)) {
    const inside = deepAll(up, "input").filter(boxLike);
    if (inside.length >= length) return inside[0] === el ? group(inside) : null;
  }
  return null;
}

const textIn = (boxes) => boxes.map((box) => box.value).join("");

// Puts one character into each box, in order.
async function insertEach(boxes, characters, secret, leaving) {
  for (const [at, character] of characters.entries()) {
    if (secret) boxes[at][SECRET] = true;
    // A box that takes a whole code may have spread it already.
    if (boxes[at].value !== character) insert(boxes[at], character);
    await calm(leaving);
  }
}

const unusable = (boxes) => {
  const off = boxes.find((box) => disabled(box) || box.readOnly);
  return off ? { not: { kind: "disabled", element: describe(off) } } : null;
};

async function writeBoxes(boxes, value, secret, drift) {
  const description = describe(boxes[0]);
  const off = unusable(boxes) ?? (secret ? secretElsewhere(boxes[0]) : null);
  if (off) return off;
  const leaving = watchLeaving();
  await insertEach(boxes, [...value], secret, leaving);
  const outcome = compare(boxes[0], value, secret);
  const keys = !outcome.ok && !leaving.now && typeable(boxes[0], value);
  if (keys) for (const box of boxes) insert(box, "");
  await calm(leaving);
  leaving.end();
  return { done: { ...outcome, description, drift, keys, limit: null }, elements: keys ? boxes : [] };
}

// A code up to its last character, which is the driver's: it may submit the code, and the page goes with it. Where a
// script's text is not taken, everything is left to the driver.
async function beginCode({ query, value, drift_after: wait }) {
  dropGuards();
  const got = one(query);
  if (!got.element) return got;
  if (got.drift !== null && wait > 0) return missing(query);
  const boxes = boxesOf(got.element, value);
  const el = boxes ? boxes[0] : fillable(got.element);
  if (!el) return { not: { kind: "unfit", element: describe(got.element), why: "it is neither a text control nor as many boxes as the code has digits" } };
  // Boxes that come after the first are often off until it is their turn.
  const off = unusable([el]) ?? secretElsewhere(el);
  if (off) return off;
  const description = describe(el);
  const begun = [...value].slice(0, -1);
  const leaving = watchLeaving();
  if (boxes) {
    for (const box of boxes) if (box.value) insert(box, "");
    await insertEach(boxes, begun, true, leaving);
  } else {
    el[SECRET] = true;
    insert(el, begun.join(""));
    await calm(leaving);
  }
  const held = (boxes ? textIn(boxes) : currentText(el)) === begun.join("");
  if (!held) {
    for (const field of boxes ?? [el]) if (currentText(field)) insert(field, "");
    await calm(leaving);
    (boxes ?? [el])[0].focus();
  }
  leaving.end();
  return { done: { held, description, drift: got.drift }, elements: boxes ?? [el] };
}

// What stands in the field of a code: how many of its characters, if it holds nothing else, and stays.
function codeStands({ value }, el) {
  if (watchWindow(el.ownerDocument.defaultView, false).leaving) return { done: { stands: null } };
  const text = textIn(boxesOf(el, value) ?? [el]);
  return { done: { stands: value.startsWith(text) ? [...text].length : null } };
}
