// What pages cannot do without a script: copying, asking before something grave, and saying that the connection is gone.
// Everything else works without it.
(() => {
  "use strict";
  document.addEventListener("click", async (event) => {
    const button = event.target instanceof Element ? event.target.closest("[data-copy]") : null;
    if (!button) return;
    const source = document.getElementById(button.getAttribute("data-copy"));
    if (!source) return;
    const text = "value" in source ? source.value : source.textContent.trim();
    try {
      await navigator.clipboard.writeText(text);
      say("Copied.");
    } catch {
      const range = document.createRange();
      range.selectNodeContents(source);
      getSelection().removeAllRanges();
      getSelection().addRange(range);
      say("Marked: copy it with the keyboard.");
    }
  });
  document.addEventListener("submit", (event) => {
    const question = event.submitter?.getAttribute("data-ask") ?? event.target.getAttribute("data-ask");
    if (question && !confirm(question)) event.preventDefault();
  });
  // A menu closes with Escape, and when something else is clicked or gets the focus.
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    for (const open of document.querySelectorAll("details.menu[open]")) {
      open.open = false;
      open.querySelector("summary").focus();
    }
  });
  for (const kind of ["click", "focusin"]) {
    document.addEventListener(kind, (event) => {
      for (const open of document.querySelectorAll("details.menu[open]")) {
        if (!open.contains(event.target)) open.open = false;
      }
    });
  }
  // Only what the chosen app asks for; a list that can be narrowed.
  const narrow = () => {
    const chosen = document.querySelector('input[name="app"]:checked');
    if (!document.querySelector('input[name="app"]')) return;
    for (const part of document.querySelectorAll(".params")) part.hidden = part.id !== `params-${chosen?.value}`;
  };
  document.addEventListener("change", (event) => { if (event.target.name === "app") narrow(); });
  const filter = document.querySelector("[data-filter]");
  if (filter) {
    filter.closest(".field").hidden = false;
    filter.addEventListener("input", () => {
      const words = filter.value.toLowerCase();
      for (const one of document.querySelectorAll(filter.getAttribute("data-filter"))) {
        one.hidden = !one.textContent.toLowerCase().includes(words) && !one.querySelector("input:checked");
      }
    });
  }
  narrow();
  const line = () => document.getElementById("connection");
  document.addEventListener("htmx:sseError", () => { if (line()) line().hidden = false; });
  document.addEventListener("htmx:sseOpen", () => { if (line()) line().hidden = true; });
  // A live part is swapped only if it says something else, and never under the hands of whoever is using it.
  const shown = new Map();
  for (const part of document.querySelectorAll("[hx-select]")) shown.set(part.id, part.outerHTML);
  document.addEventListener("htmx:beforeSwap", (event) => {
    const { target, serverResponse, requestConfig } = event.detail;
    if (!requestConfig?.headers?.["X-Live"]) return;
    const page = new DOMParser().parseFromString(serverResponse, "text/html");
    const fresh = page.getElementById(target.id)?.outerHTML;
    const busy = target.contains(document.activeElement) && document.activeElement.matches("input, select, textarea");
    if (!fresh || fresh === shown.get(target.id) || busy || target.querySelector("details.menu[open]")) {
      event.detail.shouldSwap = false;
    } else {
      shown.set(target.id, fresh);
    }
  });
  // A change that is told while a part is being asked for would be lost with the part that is swapped: it is asked for again.
  const missed = new Set();
  document.addEventListener("sse:changed", (event) => missed.add(event.target.id), true);
  document.addEventListener("htmx:beforeRequest", (event) => missed.delete(event.target.id));
  document.addEventListener("htmx:afterSettle", (event) => {
    const part = document.getElementById(event.target.id);
    if (part && missed.delete(part.id)) htmx.trigger(part, "sse:changed");
  });
  function say(text) {
    const status = document.getElementById("status");
    if (status) { status.textContent = ""; status.textContent = text; }
  }
})();
