// ---- table.js: the cell of a row that stands under a header.

const CELL_ROLES = new Set(["cell", "gridcell", "columnheader", "rowheader"]);

// HTML's algorithm for forming a table (section 4.9.12), as far as columns go: colspan and rowspan push cells aside.
function nativeGrid(table) {
  const headers = [];
  const places = new Map();
  const carried = [];
  for (const row of table.rows) {
    let column = 0;
    for (const cell of row.cells) {
      while (carried[column] > 0) column += 1;
      const start = column;
      const end = start + Math.max(1, cell.colSpan);
      for (; column < end; column += 1) carried[column] = cell.rowSpan === 0 ? Infinity : cell.rowSpan;
      places.set(cell, { start, end });
      if (cell.localName === "th" || cell.hasAttribute("role")) {
        if (roleOf(cell) === "columnheader") headers.push({ cell, start, end });
      }
    }
    for (let at = 0; at < carried.length; at += 1) if (carried[at] > 0) carried[at] -= 1;
    // A rowspan of 0 ends with its row group.
    if (row === row.parentElement.lastElementChild) carried.fill(0);
  }
  // Without a single `th`, the cells of the head are the headers.
  if (!headers.length && table.tHead)
    for (const row of table.tHead.rows) for (const cell of row.cells) headers.push({ cell, ...places.get(cell) });
  return { headers, places };
}

const numberOf = (el, attribute) => Number.parseInt(el.getAttribute(attribute) ?? "", 10);

function ariaGrid(table) {
  const headers = [];
  const places = new Map();
  for (const row of deepAll(table, "[role~=row],tr")) {
    if (row.closest("table,[role=table],[role=grid],[role=treegrid]") !== table) continue;
    let column = (numberOf(row, "aria-colindex") || 1) - 1;
    for (const cell of deepAll(row, "[role],td,th")) {
      if (!CELL_ROLES.has(roleOf(cell)) || nearestRow(cell) !== row) continue;
      const start = (numberOf(cell, "aria-colindex") || column + 1) - 1;
      const end = start + (numberOf(cell, "aria-colspan") || cell.colSpan || 1);
      column = end;
      places.set(cell, { start, end });
      if (roleOf(cell) === "columnheader") headers.push({ cell, start, end });
    }
  }
  return { headers, places };
}

function nearestRow(el) {
  for (let node = flatParent(el); node; node = flatParent(node)) if (roleOf(node) === "row" || node.localName === "tr") return node;
  return null;
}

function tableAround(row) {
  for (let node = row; node; node = flatParent(node))
    if (node.localName === "table" || /^(?:table|grid|treegrid)$/u.test(roleOf(node))) return node;
  return null;
}

const gridOf = (table) => cached(memo.table, table, () => {
  const explicit = table.localName === "table" && !table.querySelector("[aria-colindex]") && table.rows.length;
  return explicit ? nativeGrid(table) : ariaGrid(table);
});

// The cells of the row `root` under the one header whose text matches.
function cellsUnder(root, matcher) {
  const table = tableAround(root);
  const wanted = wantedText(matcher) || matcher.pattern;
  // Cells that name their header themselves, in a grid made of elements without roles.
  const named = () => deepAll(root, "[aria-labelledby]").filter((cell) => references(cell, "aria-labelledby").some((header) => matches(matcher, textOf(header))));
  if (!table) {
    const cells = named();
    if (cells.length) return cells;
    throw new Problem("header", `no column "${wanted}": the row is not in a table (HTML or ARIA), and no cell of it names this header (aria-labelledby)`);
  }
  const grid = gridOf(table);
  const headers = cached(grid.headersBy ??= new Map(), JSON.stringify(matcher), () =>
    grid.headers.filter(({ cell }) => matches(matcher, textOf(cell)) || matches(matcher, nameOf(cell))));
  const spans = new Map(headers.map(({ start, end }) => [`${start}-${end}`, { start, end }]));
  if (spans.size !== 1) {
    const cells = spans.size ? [] : named();
    if (cells.length) return cells;
    const there = grid.headers.map(({ cell }) => textOf(cell)).filter(Boolean).map((text) => `"${text}"`).join(", ");
    throw new Problem("header", `${spans.size === 0 ? "no column" : `${spans.size} columns`} "${wanted}"; the headers are ${there || "not there"}`);
  }
  const [{ start, end }] = spans.values();
  const cells = [];
  for (const cell of grid.rowCells?.get(root) ?? rowCells(grid, root)) {
    const place = grid.places.get(cell);
    if (place.start < end && place.end > start) cells.push(cell);
  }
  return cells;
}

function rowCells(grid, root) {
  grid.rowCells ??= new Map();
  const cells = root.localName === "tr" && !root.shadowRoot ? [...root.cells] : deepAll(root, "[role],td,th");
  const own = cells.filter((cell) => grid.places.has(cell));
  grid.rowCells.set(root, own);
  return own;
}

// In a list that is no table: the cell of the row at the place that the header has. Where a row has another number of cells
// than there are headers, no place says which column it is.
function cellAt(root, { text, headers, cells }) {
  const heads = cached(memo.found, headers, () => find(headers));
  const at = heads.flatMap((head, index) => (matches(text, textOf(head)) || matches(text, nameOf(head)) ? [index] : []));
  if (at.length !== 1) {
    const there = heads.map((head) => `"${textOf(head)}"`).join(", ");
    throw new Problem("header", `${at.length || "no"} ${at.length ? "columns" : "column"} "${wantedText(text) || text.pattern}"; the headers are ${there || "not there"}`);
  }
  const own = findIn(cells, root);
  if (own.length !== heads.length) throw new Problem("header", `a row has ${own.length} cells, and there are ${heads.length} headers`);
  return [own[at[0]]];
}
