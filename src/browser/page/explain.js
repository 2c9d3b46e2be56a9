// ---- explain.js: for people, once something failed: which conditions hold, what is seen in their place, what the app says.

// The longest text that is quoted, in characters.
const QUOTED = 200;

const quoted = (text) => `"${text.length > QUOTED ? `${text.slice(0, QUOTED)}…` : text}"`;
const contentOf = (el, value) => (isSecret(el) ? "a secret" : quoted(value ? valueOf(el) ?? "" : textOf(el)));

// What is seen where a condition looks, and what comes near to an element that is not there.
function seenBy(probe) {
  const elements = () => {
    const found = find(probe.query);
    if (found.length) return { found };
    const hidden = hiddenMatches(probe.query);
    return { found, seen: hidden ? `${hidden} matching, not visible` : "nothing matches", missing: true, candidates: nearest(probe.query) };
  };
  switch (probe.ask) {
    case "visible": {
      const { found, ...none } = elements();
      return none.missing ? none : { seen: `it reads ${found.slice(0, 3).map((el) => contentOf(el, false)).join(", ")}` };
    }
    case "gone": {
      const found = find(probe.query);
      return { seen: found.length ? `there is ${describe(found[0])}` : "nothing matches" };
    }
    case "enabled": {
      const { found, ...none } = elements();
      return none.missing ? none : { seen: found.some((el) => !disabled(el)) ? "it is enabled" : "it is disabled" };
    }
    case "value": {
      const { found, ...none } = elements();
      return none.missing ? none : { seen: `it holds ${found.slice(0, 3).map((el) => contentOf(el, true)).join(", ")}` };
    }
    case "opened_by_row": {
      const { found, ...none } = elements();
      return none.missing ? none : { seen: surroundings(found[0]).dialog ? "its dialog was open before, was closed since, or something else was done after the act" : "it is in no dialog" };
    }
    case "every_row": {
      const other = find(probe.query).find((el) => !matches(probe.text, textOf(el)));
      return { seen: other ? `one reads ${contentOf(other, false)}` : "all do" };
    }
    case "url": return { seen: `the address is ${topWindow.location.pathname}` };
    case "title": return { seen: `the title is ${quoted(collapse(topWindow.document.title))}` };
    case "toast": return { seen: messages().length ? `the page says ${messages().map(quoted).join(", ")}` : "the page says nothing" };
    default: return {};
  }
}

// What stands in the places where apps say how something went, and in open dialogs.
function messages() {
  const said = documents().flatMap((doc) => deepAll(doc, `${LIVE},dialog[open]`)).filter((el) => visible(el) && !isSecret(el)).map(textOf);
  return [...new Set(said.filter(Boolean))].slice(0, 5);
}

function explain({ probes }) {
  const findings = probes.map((probe) => {
    try {
      return { holds: ask(probe), candidates: [], missing: false, ...seenBy(probe) };
    } catch (error) {
      return { holds: false, candidates: [], missing: false, seen: error.message };
    }
  });
  return { done: { findings, messages: messages().map((text) => text.slice(0, QUOTED)) } };
}
