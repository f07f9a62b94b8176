import type { Parameters, Section, WordKey } from './catalogue.ts';
import { type Language, rememberedLanguage, rememberLanguage } from './language.ts';
import type { Words } from './words.ts';

/** Says a word of the catalogue in the chosen language. */
export type Say = <K extends WordKey>(key: K, ...parameters: Parameters<K>) => string;

const words = new Map<string, Words[string]>();
const listeners = new Set<() => void>();
let language: Language = 'zh';
let edition = 0;

/** What a word says that has not come yet. */
const NOT_HERE: WordKey = 'common.offline';

/** Loads the sections that a page shows and speaks the remembered language, Chinese at first. Call once, before rendering. */
export function startI18n(sections: Partial<Record<Section, Words>>): void {
  keep(sections);
  speak(rememberedLanguage());
}

/** Adds sections that a page fetches behind what it needs at once. Until then their words are that the network has not brought them. */
export function addWords(sections: Partial<Record<Section, Words>>): void {
  keep(sections);
  edition += 1;
  speak(language);
}

/** The word in the language of now; components take `useT`, which renders again when the language changes. */
export const t: Say = (key, ...parameters) => {
  const values: Readonly<Record<string, unknown>> = parameters[0] ?? {};
  const said = (words.get(key) ?? words.get(NOT_HERE))?.[language] ?? key;
  return said
    .replace(/{{(\w+)\|([^|}]*)\|([^}]*)}}/g, (_, name: string, one: string, more: string) =>
      Number(values[name]) === 1 ? one : more,
    )
    .replace(/{{(\w+)}}/g, (_, name: string) => String(values[name] ?? ''));
};

/** Changes whenever words do: with another language, or with a section that came later. */
export function currentEdition(): number {
  return edition;
}

export function currentLanguage(): Language {
  return language;
}

export function switchLanguage(chosen: Language): void {
  rememberLanguage(chosen);
  speak(chosen);
}

/** Calls back on each change of language; returns what ends that. */
export function onLanguage(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function keep(sections: Partial<Record<Section, Words>>): void {
  for (const [section, all] of Object.entries(sections)) {
    for (const [word, said] of Object.entries(all)) words.set(`${section}.${word}`, said);
  }
}

function speak(chosen: Language): void {
  if (chosen !== language) edition += 1;
  language = chosen;
  document.documentElement.lang = chosen === 'zh' ? 'zh-CN' : 'en';
  for (const listener of listeners) listener();
}
