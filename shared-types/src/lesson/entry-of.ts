// Object.hasOwn is younger than the oldest browsers that run the rules.
const { hasOwnProperty: holds } = Object.prototype;

/** What a record holds under this key itself; `constructor` and its like are no entries, whoever names them. */
export function entryOf<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return holds.call(record, key) ? record[key] : undefined;
}
