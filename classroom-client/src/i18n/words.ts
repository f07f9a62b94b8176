/**
 * One section of the catalogue: both languages side by side, so that none can be missing. `{{name}}` marks a
 * parameter, and `{{count|phone|phones}}` is the first for one and the second for any other number.
 */
export type Words = Readonly<Record<string, { readonly zh: string; readonly en: string }>>;
