/** What can be on the display: digits with a sign and one point at most. */
const MOST_DIGITS = 12;

export type NumberKey = '0' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9' | '.' | '-' | 'back';

/** What stands on the display after a key; a key that leads to no number changes nothing. */
export function typed(draft: string, key: NumberKey): string {
  const sign = draft.startsWith('-') ? '-' : '';
  const digits = draft.slice(sign.length);
  if (key === '-') return sign ? digits : `-${digits}`;
  if (key === 'back') return digits ? sign + digits.slice(0, -1) : '';
  if (key === '.') return digits.includes('.') ? draft : `${sign}${digits || '0'}.`;
  if (digits.replace('.', '').length >= MOST_DIGITS) return draft;
  return sign + (digits === '0' ? key : digits + key);
}

/** The number on the display, or null while it is none. */
export function numberOf(draft: string): number | null {
  return /\d/.test(draft) ? Number(draft) + 0 : null;
}

/** The key of a hardware keyboard; a comma is a decimal point, and a Chinese keyboard has wide ones. */
export function keyOf(pressed: string): NumberKey | null {
  const narrow = pressed.length === 1 ? pressed.normalize('NFKC') : pressed;
  if (/^\d$/.test(narrow)) return narrow as NumberKey;
  if (narrow === '.' || narrow === ',' || narrow === '。') return '.';
  if (narrow === '-' || narrow === '−') return '-';
  return narrow === 'Backspace' ? 'back' : null;
}
