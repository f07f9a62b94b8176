import i18next from 'i18next';
import type { Parameters, Section, WordKey } from './catalogue.ts';
import { type Language, rememberedLanguage, rememberLanguage } from './language.ts';
import type { Words } from './words.ts';

/** Says a word of the catalogue in the chosen language. */
export type Say = <K extends WordKey>(key: K, ...parameters: Parameters<K>) => string;

/** Loads the sections that a page shows and speaks the remembered language, Chinese at first. Call once, before rendering. */
export function startI18n(sections: Partial<Record<Section, Words>>): void {
  const resources = { zh: { words: {} }, en: { words: {} } } as const;
  for (const [section, words] of Object.entries(sections)) {
    for (const [word, { zh, en }] of Object.entries(words)) {
      Object.assign(resources.zh.words, { [`${section}.${word}`]: zh });
      Object.assign(resources.en.words, { [`${section}.${word}`]: en });
    }
  }
  const lng = rememberedLanguage();
  i18next.init({
    lng,
    resources,
    defaultNS: 'words',
    initAsync: false,
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
  });
  document.documentElement.lang = lng === 'zh' ? 'zh-CN' : 'en';
}

/** The word in the language of now; components take `useT`, which renders again when the language changes. */
export const t: Say = (key, ...parameters) => translate(key, parameters[0] ?? {});

/** The catalogue's own types are stricter than the library's. */
const translate = (key: string, parameters: Readonly<Record<string, unknown>>): string =>
  i18next.t(key, { ...parameters });

export function currentLanguage(): Language {
  return i18next.language === 'en' ? 'en' : 'zh';
}

export function switchLanguage(language: Language): void {
  rememberLanguage(language);
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  i18next.changeLanguage(language);
}

/** Calls back on each change of language; returns what ends that. */
export function onLanguage(listener: () => void): () => void {
  i18next.on('languageChanged', listener);
  return () => i18next.off('languageChanged', listener);
}
