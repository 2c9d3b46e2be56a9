// Whether what was read back is what was wished.

export function same(read, wished) {
  for (const [name, value] of Object.entries(wished)) {
    const [one, other] = [read?.[name], value].map((each) => JSON.stringify(Array.isArray(each) ? [...each].sort() : each));
    if (one !== other) throw new Error(`${name} is ${one}, and should be ${other}`);
  }
  return read;
}

/** The one row with that key, or nothing. */
export function only(rows, name, key) {
  const found = rows.filter((row) => row[name] === key);
  if (found.length > 1) throw new Error(`${key} is there ${found.length} times`);
  return found[0];
}

/** The same, where it must be there. */
export function certain(rows, name, key) {
  const found = only(rows, name, key);
  if (!found) throw new Error(`${key} is not there`);
  return found;
}
