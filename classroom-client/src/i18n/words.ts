/** One section of the catalogue: both languages side by side, so that none can be missing. `{{name}}` marks a parameter. */
export type Words = Readonly<Record<string, { readonly zh: string; readonly en: string }>>;
