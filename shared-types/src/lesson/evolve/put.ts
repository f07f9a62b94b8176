/** Sets an entry of a record that may have one for each seat of the lesson; the answer is the record that has it. */
export type Put = <T>(record: Readonly<Record<string, T>>, key: string, value: T) => Readonly<Record<string, T>>;

/** The pure way: the record that was given stays as it is. */
export const putInCopy: Put = (record, key, value) => ({ ...record, [key]: value });
