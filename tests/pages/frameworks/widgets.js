// What the pages of widgets share. The oracle: each page's own code tells the model value of its widgets here.
export const COUNTRIES = ["France", "Germany", "Italy", "Spain"];
export const COLOURS = ["Red", "Green", "Blue"];
export const PEOPLE = Array.from({ length: 1000 }, (_, at) => `Person ${at}`);

// The library that the page was asked for: `widgets-plain.html?chosen`.
export const library = location.search.slice(1);

const state = {};
export const tell = (key, value) => {
  state[key] = value ?? null;
  document.getElementById("state").textContent = JSON.stringify(state);
};

// A server that takes its time.
export const later = (options, text = "") =>
  new Promise((done) => setTimeout(() => done(options.filter((one) => one.toLowerCase().includes(text.toLowerCase()))), 400));

export const make = (tag, attributes = {}, ...children) => {
  const el = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) el.setAttribute(name, value);
  el.append(...children);
  return el;
};

export const ready = () => { document.body.dataset.ready = ""; };
