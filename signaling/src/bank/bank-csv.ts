import { BANK_COLUMNS, type BankColumn, type NewQuestionBody } from '@tongke/shared-types';
import { type BankLanguage, COLUMN_WORDS, KIND_WORDS, NONE_WORDS, TRUTH_WORDS } from './bank-words.ts';
import { choiceToCell, csvOf, toCell } from './cells.ts';

/** [BK5] [BK6] Questions as a CSV file: a heading, then one question a line. `readBank` reads it back. */
export function bankCsv(questions: readonly NewQuestionBody[], language: BankLanguage): string {
  const heading = BANK_COLUMNS.map((column) => COLUMN_WORDS[column][language]);
  const lines = questions.map((question) => {
    const cells = cellsOf(question, language);
    return BANK_COLUMNS.map((column) => cells[column] ?? '');
  });
  return csvOf([heading, ...lines]);
}

function cellsOf(question: NewQuestionBody, language: BankLanguage): Partial<Record<BankColumn, string>> {
  const { task, prompt, explanation, subject, grade, points, readSeconds, seconds, picture } = question;
  return {
    kind: KIND_WORDS[task.kind][language],
    prompt: toCell(prompt),
    ...taskCells(task, language),
    explanation: toCell(explanation),
    subject: toCell(subject),
    grade: grade === null ? '' : String(grade),
    points: toCell(points.join(language === 'zh' ? '；' : '; ')),
    readSeconds: String(readSeconds),
    seconds: String(seconds),
    picture: picture ?? '',
  };
}

function taskCells(task: NewQuestionBody['task'], language: BankLanguage): Partial<Record<BankColumn, string>> {
  switch (task.kind) {
    case 'single':
    case 'multiple':
      return {
        ...Object.fromEntries(task.choices.map(({ key, text }) => [key, choiceToCell(text, language)])),
        answer: task.correct === null ? '' : [task.correct].flat().join(''),
      };
    case 'true-false':
      return { answer: task.correct === null ? '' : TRUTH_WORDS[`${task.correct}`][language] };
    case 'number':
      return {
        unit: toCell(task.unit),
        ...(task.correct && { answer: String(task.correct.value), tolerance: String(task.correct.tolerance) }),
      };
    case 'text':
      return { answer: toCell((task.correct ?? []).join('\n')) };
    case 'order':
      return {
        ...Object.fromEntries(task.items.map(({ key, text }) => [key, choiceToCell(text, language)])),
        answer: task.correct === null ? NONE_WORDS[language] : '',
      };
    case 'photo':
      return {};
  }
}
