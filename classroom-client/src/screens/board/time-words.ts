import type { Language } from '../../i18n/language.ts';

/** 10:05 for today, 9月2日周三 10:05 for another day. */
export function timeWords(at: number, now: number, language: Language): string {
  const today = new Date(at).toDateString() === new Date(now).toDateString();
  const day = { month: 'short', day: 'numeric', weekday: 'short' } as const;
  return new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    ...(today ? {} : day),
  }).format(at);
}
