// ---- watch.js: what a document is busy with, and the first look at every event. In a browser that can, this file runs
// before the page's own first script, in every frame; elsewhere at the first look, and then it does not know what began
// before (`early` is false).

// Kept on each window under a symbol: gone as soon as the document is replaced.
const WATCH = Symbol.for("idlcm.watch");

// Timers longer than this, in milliseconds, are not waited for: they end sessions and poll, they draw no lists.
const LONG_TIMER = 10_000;

// How long the app's intervals count as being at work after they were set, in milliseconds.
const YOUNG_INTERVAL = 1000;

// To make requests that are none of the page's.
function ownRequests(view) {
  const { open, send } = view.XMLHttpRequest.prototype;
  return { request: () => new view.XMLHttpRequest(), open: (request, method, address) => Reflect.apply(open, request, [method, address]), send: (request) => Reflect.apply(send, request, []) };
}

function watchWindow(view, early) {
  if (view[WATCH]) return view[WATCH];
  // Comparable between the windows of a page.
  const now = () => view.performance.timeOrigin + view.performance.now();
  const own = (name) => { const original = view[name]; return (...args) => Reflect.apply(original, view, args); };
  const watch = {
    early, leaving: false, outside: null, typed: false, formPolicy: null, guard: null, record: null, turn: null, slowest: 0, answered: now(), unsafe: 0, requests: new Map(), failed: new Map(), served: new Set(), streams: new Set(), timers: new Map(), fired: new Map(),
    // The browser's own, for whoever looks at the page without being a part of it.
    native: { setTimeout: own("setTimeout"), setInterval: own("setInterval"), clearTimeout: own("clearTimeout"), clearInterval: own("clearInterval"), ...ownRequests(view) },
  };
  Object.defineProperty(view, WATCH, { value: watch, configurable: true });
  let serial = 0;
  const begin = (method, url) => {
    const id = (serial += 1);
    let path = "";
    try {
      path = new view.URL(String(url), view.location.href).pathname;
    } catch {
      // A request that cannot be made says so by itself.
    }
    const kind = `${method} ${path}`;
    if (!/^(?:GET|HEAD|OPTIONS)$/u.test(method)) watch.unsafe += 1;
    watch.requests.set(id, { kind, start: now() });
    // `status`: of the answer, 0 where none came; not given where nothing is known of it.
    return (status) => {
      if (method === "GET" && typeof status === "number") {
        if (status === 0 || status === 401 || status === 403 || status >= 500) watch.failed.set(kind, status);
        else { watch.failed.delete(kind); watch.served.add(kind); }
      }
      const request = watch.requests.get(id);
      if (!request) return;
      watch.turn?.();
      watch.requests.delete(id);
      watch.answered = now();
      watch.slowest = Math.max(watch.slowest, watch.answered - request.start);
    };
  };
  // A proxy, so that the function still looks like the browser's own.
  const around = (owner, name, apply) => {
    const original = owner?.[name];
    if (typeof original !== "function") return;
    try {
      owner[name] = new Proxy(original, { apply });
    } catch {
      // A page whose globals are frozen is watched without this.
    }
  };
  fenceWindow(view, watch, around);
  const both = (answer, done) => { answer?.then?.(() => done(), () => done()); return answer; };
  // A question that was answered with a page, by way of another address, was answered with the login.
  const statusOf = (status, moved, kind) => (moved && /^text\/html/u.test(kind ?? "") ? 401 : status);
  // An answer that scripts may not look into has no status, and a request that was given up none that counts.
  const told = (answer, done) => {
    answer?.then?.((response) => {
      const { status, type, redirected, headers } = response ?? {};
      done(typeof type !== "string" || type.startsWith("opaque") ? undefined : statusOf(status, redirected, headers.get("content-type")));
    }, (error) => done(error?.name === "AbortError" ? undefined : 0));
    return answer;
  };
  around(view, "fetch", (target, self, args) => {
    const [input, init] = args;
    const done = begin(String(init?.method ?? input?.method ?? "GET").toUpperCase(), input?.url ?? input);
    try {
      return told(Reflect.apply(target, self, args), done);
    } catch (error) {
      done();
      throw error;
    }
  });
  // An answer is there when its body was read; a body that is read as a stream may never end.
  for (const name of ["json", "text", "arrayBuffer", "blob", "formData", "bytes"])
    around(view.Response?.prototype, name, (target, self, args) => both(Reflect.apply(target, self, args), begin("GET", self.url || "body")));
  const opened = new WeakMap();
  around(view.XMLHttpRequest?.prototype, "open", (target, self, args) => {
    opened.set(self, [String(args[0] ?? "GET").toUpperCase(), args[1]]);
    return Reflect.apply(target, self, args);
  });
  around(view.XMLHttpRequest?.prototype, "send", (target, self, args) => {
    const done = begin(...(opened.get(self) ?? ["GET", ""]));
    const [, asked] = opened.get(self) ?? [];
    const moved = () => { try { return new view.URL(self.responseURL).pathname !== new view.URL(String(asked), view.location.href).pathname; } catch { return false; } };
    self.addEventListener("load", () => done(statusOf(self.status, moved(), self.getResponseHeader("content-type"))), { once: true });
    self.addEventListener("error", () => done(0), { once: true });
    self.addEventListener("loadend", () => done(), { once: true });
    try {
      return Reflect.apply(target, self, args);
    } catch (error) {
      done();
      throw error;
    }
  });
  const says = (owner, name) => around(owner, name, (target, self, args) => { watch.unsafe += 1; return Reflect.apply(target, self, args); });
  says(view.navigator, "sendBeacon");
  says(view.WebSocket?.prototype, "send");
  says(view.Worker?.prototype, "postMessage");
  // What a form loads comes in a task of its own: a look that comes before it is a look at a page that is on its way out.
  around(view.HTMLFormElement?.prototype, "submit", (target, self, args) => {
    watch.unsafe += 1;
    if (["", "_self"].includes(self.getAttribute("target") ?? "")) watch.leaving = true;
    return Reflect.apply(target, self, args);
  });
  view.addEventListener("submit", () => { watch.unsafe += 1; });
  view.navigation?.addEventListener("navigate", (event) => { if (!event.hashChange) watch.unsafe += 1; });

  // A timer that sets itself again and again, without anything that a person did, is the page's pulse and draws nothing
  // that is waited for. What resolves a promise looks the same everywhere.
  const kindOf = (fn, ms) => { try { return `${ms} ${view.Function.prototype.toString.call(fn).slice(0, 120)}`; } catch { return `${ms}`; } };
  const set = (id, ms, until, pulse) => watch.timers.set(id, { kind: `a timer of ${ms} ms`, since: now(), until, pulse });
  const running = (fn, before) => new Proxy(fn, { apply(inner, self, args) {
    watch.turn?.();
    before();
    return Reflect.apply(inner, self, args);
  } });
  around(view, "setTimeout", (target, self, [fn, delay, ...rest]) => {
    const ms = Math.max(0, Number(delay) || 0);
    if (typeof fn !== "function" || ms > LONG_TIMER) return Reflect.apply(target, self, [fn, delay, ...rest]);
    const kind = kindOf(fn, ms);
    const id = Reflect.apply(target, self, [running(fn, () => {
      watch.timers.delete(id);
      if (watch.fired.size < 500) watch.fired.set(kind, (watch.fired.get(kind) ?? 0) + 1);
    }), delay, ...rest]);
    set(id, ms, now() + ms + 1000, ms >= 200 && (watch.fired.get(kind) ?? 0) >= (kind.includes("[native code]") ? 4 : 2));
    return id;
  });
  around(view, "setInterval", (target, self, [fn, delay, ...rest]) => {
    const ms = Math.max(0, Number(delay) || 0);
    const id = Reflect.apply(target, self, [typeof fn === "function" ? running(fn, () => {}) : fn, delay, ...rest]);
    if (ms <= YOUNG_INTERVAL) set(id, ms, now() + YOUNG_INTERVAL, false);
    return id;
  });
  for (const name of ["clearTimeout", "clearInterval"])
    around(view, name, (target, self, args) => { watch.timers.delete(args[0]); return Reflect.apply(target, self, args); });

  for (const type of ["pointerdown", "keydown", "input", "hashchange", "popstate"]) view.addEventListener(type, () => { watch.fired.clear(); watch.failed.clear(); }, { capture: true });

  // The first of all listeners: whoever guards an act sees its events before the page does.
  for (const type of ["pointerdown", "mousedown", "pointerup", "mouseup", "click", "keydown", "keypress", "beforeinput", "submit"])
    view.addEventListener(type, (event) => watch.guard?.(event), { capture: true });
  return watch;
}
