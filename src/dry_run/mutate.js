// ---- mutate.js: makes a page differ from what a recipe was written for, and keeps it so while the app draws. Runs
// before the app's own scripts, in one scope with what finds elements (`find`).

// How often one element is changed that the app keeps drawing as it was.
const TRIES = 20;
const tries = new WeakMap();
const may = (el) => {
  const count = tries.get(el) ?? 0;
  tries.set(el, count + 1);
  return count < TRIES;
};

// Told to the app once for each document.
let said = false;
const changed = () => {
  if (said) return;
  said = true;
  new Image().src = "/__fixture/changed";
};

const hits = () => {
  forget();
  try {
    if (how.globs.length && !how.globs.some(urlMatches)) return [];
    // In a frame: in its own document.
    return find(how.query, document);
  } catch {
    return [];
  }
};

const textNodes = (root) => {
  const nodes = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) if (walker.currentNode.data.trim()) nodes.push(walker.currentNode);
  return nodes;
};

// By turns, until the element is not found any more.
const renamings = [
  (el) => { for (const name of ["aria-label", "title", "alt", "placeholder", "data-testid", "data-test", "data-qa"]) if (el.hasAttribute(name)) el.setAttribute(name, "Quux"); },
  (el) => { for (const label of el.labels ?? []) for (const node of textNodes(label)) node.data = "Quux"; },
  (el) => { for (const id of (el.getAttribute("aria-labelledby") ?? "").split(/\s+/u)) { const label = id && el.getRootNode().getElementById?.(id); if (label) for (const node of textNodes(label)) node.data = "Quux"; } },
  (el) => { if (el.matches("input[type=submit],input[type=button]")) el.value = "Quux"; },
  (el) => { if (!el.matches("input,select,textarea")) { const [node] = textNodes(el); if (node) node.data = "Quux"; } },
  (el) => { el.className = "quux"; },
  (el) => { el.removeAttribute("id"); },
  (el) => { el.removeAttribute("role"); },
];

const cover = (make) => {
  if (!document.body || document.getElementById("quux-cover")) return;
  const over = document.createElement("div");
  over.id = "quux-cover";
  over.style.cssText = "position:fixed;inset:0;z-index:2147483647;background:rgba(20,20,20,.4)";
  make?.(over);
  document.body.append(over);
  changed();
};

const headers = () => [...document.querySelectorAll("th,[role=columnheader]")];
const headed = (text) => headers().find((el) => el.textContent.trim() === text);
const LETTERS = { a: "ä", e: "ë", i: "ï", o: "ö", u: "ü", A: "Ä", E: "Ë", I: "Ï", O: "Ö", U: "Ü" };
const translated = (text) => text.replace(/[aeiou]/giu, (letter) => LETTERS[letter] ?? letter);
const foreign = new WeakSet();

const CHANGES = {
  renamed() {
    for (const el of hits()) {
      if (!may(el)) continue;
      changed();
      for (const rename of renamings) {
        rename(el);
        if (!hits().includes(el)) break;
      }
    }
  },
  doubled() {
    for (const el of hits()) {
      if (tries.has(el) || el.matches("tr,td,th,body,html")) continue;
      const copy = el.cloneNode(true);
      tries.set(el, 1);
      tries.set(copy, 1);
      el.after(copy);
      changed();
    }
  },
  removed() { for (const el of hits()) if (may(el)) { el.remove(); changed(); } },
  covered() { if (hits().length) cover(); },
  column_renamed() {
    const el = headed(how.header);
    if (el && may(el)) { const [node] = textNodes(el); if (node) { node.data = "Quux"; changed(); } }
  },
  columns_swapped() {
    const [one, other] = [headed(how.header), headed(how.other)];
    if (!one || !other || one.parentElement !== other.parentElement) return;
    const places = [...one.parentElement.children];
    const [first, second] = [places.indexOf(one), places.indexOf(other)].sort((a, b) => a - b);
    const rows = (one.closest("table,[role=table],[role=grid]") ?? document).querySelectorAll("tr,[role=row]");
    for (const row of rows) {
      if (tries.has(row) || row.children.length !== places.length) continue;
      tries.set(row, 1);
      const [left, right] = [row.children[first], row.children[second]];
      const mark = document.createComment("");
      left.replaceWith(mark);
      right.replaceWith(left);
      mark.replaceWith(right);
      changed();
    }
  },
  dialog() {
    cover((over) => {
      over.setAttribute("role", "dialog");
      over.setAttribute("aria-modal", "true");
      over.setAttribute("aria-label", "Terms of service");
      over.innerHTML = "<div style=\"margin:20vh auto;width:420px;background:#fff;color:#111;padding:24px;font:16px sans-serif\"><h2>Our terms have changed</h2><p>Please read them.</p><button type=\"button\">Read later</button></div>";
    });
  },
  translated() {
    if (!document.body) return;
    for (const node of textNodes(document.body)) {
      if (foreign.has(node) || node.data.includes("@") || node.parentElement?.closest("td,[role=cell],[role=gridcell],script,style,option")) continue;
      foreign.add(node);
      node.data = translated(node.data);
      changed();
    }
    for (const el of document.querySelectorAll("[aria-label],[placeholder],[title]")) {
      if (foreign.has(el)) continue;
      foreign.add(el);
      for (const name of ["aria-label", "placeholder", "title"]) if (el.hasAttribute(name)) el.setAttribute(name, translated(el.getAttribute(name)));
    }
  },
};

const watched = { subtree: true, childList: true, attributes: true, characterData: true };
const observer = new MutationObserver(() => CHANGES[how.kind]());
observer.observe(document, watched);
// A change below a shadow root is told to who watches that root.
const attach = Element.prototype.attachShadow;
Element.prototype.attachShadow = function attachShadow(init) {
  const root = Reflect.apply(attach, this, [init]);
  observer.observe(root, watched);
  return root;
};
