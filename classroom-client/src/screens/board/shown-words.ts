import type { Shown } from '@tongke/shared-types';

/** A shown answer in words; '' for a photo. */
export function shownWords(shown: Shown, truth: { readonly true: string; readonly false: string }): string {
  if (shown.by === 'group') return shown.label;
  const { answer } = shown;
  switch (answer.kind) {
    case 'single':
      return answer.choice;
    case 'multiple':
      return answer.choices.join(' ');
    case 'true-false':
      return answer.value ? truth.true : truth.false;
    case 'number':
      return String(answer.value).replace('-', '−');
    case 'text':
      return answer.text;
    case 'order':
      return answer.keys.join(' → ');
    case 'photo':
      return '';
  }
}
