import type { Answer, Task } from '@tongke/shared-types';
import type { Say } from '../../i18n/i18n.ts';

/** One answer in words; '' for a photo, which is seen. */
export function answerWords(t: Say, task: Task, answer: Answer): string {
  switch (answer.kind) {
    case 'single':
      return withText(task, answer.choice);
    case 'multiple':
      return [...answer.choices].sort().join(t('common.listComma'));
    case 'true-false':
      return t(answer.value ? 'teach.isTrue' : 'teach.isFalse');
    case 'number':
      return `${answer.value + 0} ${task.kind === 'number' ? task.unit : ''}`.trim();
    case 'text':
      return answer.text;
    case 'order':
      return answer.keys.map((key) => itemText(task, key)).join(' → ');
    case 'photo':
      return '';
  }
}

function withText(task: Task, key: string): string {
  const text = task.kind === 'single' ? task.choices.find((choice) => choice.key === key)?.text : '';
  return `${key} ${text ?? ''}`.trim();
}

function itemText(task: Task, key: string): string {
  return (task.kind === 'order' && task.items.find((item) => item.key === key)?.text) || key;
}
