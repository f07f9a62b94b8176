import { readItem, writeItem } from '../connection/storage.ts';

export type Language = 'zh' | 'en';

const KEY = 'tongke.language';

/** The language chosen on this device, Chinese when none was. */
export function rememberedLanguage(): Language {
  return readItem(KEY) === 'en' ? 'en' : 'zh';
}

export function rememberLanguage(language: Language): void {
  writeItem(KEY, language);
}
