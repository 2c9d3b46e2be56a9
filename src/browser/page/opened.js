// ---- opened.js: which dialog came up by an act in a row, and is open since.

const POPUPS = `${DIALOGS},[role=menu],[role=listbox],[popover]`;

// An act in a row arrives: what pops up from now on, until something else is done, was opened by it.
function openingByRow() {
  pageState().opened?.observer?.disconnect();
  const before = new WeakSet(documents().flatMap((doc) => deepAll(doc, POPUPS)).filter(visible));
  pageState().opened = { before, dialog: null, observer: null };
}

// Another act arrives: what follows is the row's own doing only where it is done in what popped up.
function goingOn(target) {
  const { opened } = pageState();
  if (!opened) return;
  for (let node = target; node; node = flatParent(node))
    if (node.nodeType === 1 && node.matches(POPUPS) && !opened.before.has(node)) return;
  forgetOpened();
}

function forgetOpened() {
  pageState().opened?.observer?.disconnect();
  pageState().opened = null;
}

// Whether an element stands in the dialog that the last act in a row opened. Once it was closed it may be about somebody else.
function openedByRow(el) {
  const { opened } = pageState();
  const { dialog } = surroundings(el);
  if (!opened || !dialog || !visible(dialog) || opened.before.has(dialog)) return false;
  if (opened.dialog === null) {
    opened.dialog = dialog;
    opened.observer = new MutationObserver(() => {
      forget();
      if (!dialog.isConnected || !visible(dialog)) forgetOpened();
    });
    for (const doc of documents()) for (const root of [doc, ...shadowsIn(doc)]) opened.observer.observe(root, { subtree: true, childList: true, attributes: true });
  }
  return opened.dialog === dialog;
}
