// ---- fence.js: where the app lives. What a job does stays there: a document elsewhere is stopped before its first
// script, what would leave for elsewhere is held back, and no secret is typed where it could go elsewhere.

// The recipe's origins, each `{ scheme, host, port, below }`; null: nowhere is elsewhere.
// @ts-expect-error The files are the body of one function with the parameter `origins`; this is no global.
let fence = origins;

// The browser's own, before a page can replace them.
const { URL: Address } = window;

const PORTS = { "http:": 80, "https:": 443 };

// The origin of an address that is none of the app's; null of one that is, and of what leads nowhere (`about:`, `mailto:`).
function elsewhere(address, base) {
  if (!fence) return null;
  let url;
  try {
    url = new Address(String(address), base);
    if (url.protocol === "blob:") url = new Address(url.pathname);
  } catch {
    return null;
  }
  const usual = PORTS[url.protocol];
  if (!usual) return null;
  const { hostname } = url;
  const port = url.port === "" ? usual : Number(url.port);
  const inside = ({ scheme, host, port: its, below }) =>
    `${scheme}:` === url.protocol && its === port && (below ? hostname.endsWith(`.${host}`) && hostname.length > host.length + 1 : hostname === host);
  return fence.some(inside) ? null : url.origin;
}

// Holds back what would leave a window for elsewhere, and remembers the first of it: looks tell it.
function fenceWindow(view, watch, around) {
  const held = (origin, how) => { watch.outside ??= { origin, how }; };
  const top = view.parent === view;
  // A frame of another site does as it likes: nothing is typed there, and nothing read.
  if (!top && elsewhere(view.origin)) return;
  if (top && elsewhere(view.location.href)) {
    held(view.location.origin, "page");
    // Nothing of it is to run. Without the script before its first it has run, and is not touched.
    view.stop();
    return;
  }
  view.navigation?.addEventListener("navigate", (event) => {
    // A frame may lead anywhere until a secret stands in it.
    const origin = (top || watch.typed) && elsewhere(event.destination.url, view.location.href);
    if (!origin) return;
    if (event.cancelable) event.preventDefault();
    held(origin, event.formData ? "form" : "page");
  }, { capture: true });
  view.addEventListener("securitypolicyviolation", (event) => {
    if (event.effectiveDirective !== "form-action") return;
    // Where an answer redirected it to is not told: then the address that was asked is the app's own.
    const origin = elsewhere(event.blockedURI, view.location.href) ?? (event.originalPolicy === formPolicy() ? "another origin, by a redirect" : null);
    if (origin) held(origin, "form");
  }, { capture: true });
  around(view, "open", (target, self, args) => {
    const origin = elsewhere(args[0] ?? "", view.document.baseURI);
    if (!origin) return Reflect.apply(target, self, args);
    held(origin, "window");
    return null;
  });
}

const formPolicy = () => `form-action ${(fence ?? []).map(({ scheme, host, port, below }) => `${scheme}://${below ? "*." : ""}${host}:${port}`).join(" ")}`;

// From here on the browser itself refuses what a form of the document would send elsewhere, where an answer redirects it
// to, too (CSP Level 3, `form-action`). The policy outlives the element that brought it.
function fenceForms(doc) {
  if (!fence || !doc.head) return;
  // A form that only runs a script goes nowhere, and the policy would not let it.
  if (doc.querySelector("form[action^='javascript:' i],[formaction^='javascript:' i]")) return;
  const watch = watchWindow(doc.defaultView, false);
  const content = formPolicy();
  // Once for a document: each policy stays, and is asked for every form that is sent.
  if (watch.formPolicy === content) return;
  watch.formPolicy = content;
  const policy = doc.createElement("meta");
  policy.httpEquiv = "Content-Security-Policy";
  policy.content = content;
  doc.head.append(policy);
  policy.remove();
}

// What speaks against a secret in a control; else what it is in is fenced.
function secretElsewhere(el) {
  if (!fence) return null;
  const doc = el.ownerDocument;
  // A frame that shows what its page wrote into it has the origin of that page; a sandboxed one has none.
  const { origin } = doc.defaultView;
  const field = origin === "null" ? "a sandboxed frame" : elsewhere(origin);
  if (field) return { not: { kind: "outside", origin: field, how: "field" } };
  const form = el.form && elsewhere(el.form.getAttribute("action") ?? "", doc.baseURI);
  if (form) return { not: { kind: "outside", origin: form, how: "form" } };
  fenceForms(doc);
  watchWindow(doc.defaultView, false).typed = true;
  return null;
}

// What may be asked of any document: where it is, and what it shows to whoever looks for the reason.
const NEUTRAL = new Set(["locate", "mask", "unmask", "dom", "explain", "roles", "arrival"]);

// What speaks against looking at all: the document is elsewhere, or something was held back.
function outsideOf({ op, origins: given }) {
  if (given) fence = given;
  if (!fence || NEUTRAL.has(op)) return null;
  const origin = elsewhere(window.origin) ?? elsewhere(topWindow.origin);
  if (origin) return { not: { kind: "outside", origin, how: window.parent === window ? "page" : "frame" } };
  const held = viewsHere().map((view) => view[WATCH]?.outside).find(Boolean);
  return held ? { not: { kind: "outside", ...held } } : null;
}
