import type { NewQuestionBody, QuestionItem } from '@tongke/shared-types';

export const BANK_FORMAT = 'tongke-questions';
export const BANK_VERSION = 1;

/** [BK5] A bank as a JSON file: `{ format, version, questions }`. `readBank` reads it back. */
export function bankJson(questions: readonly (NewQuestionBody | QuestionItem)[]): string {
  const plain = questions.map((question) => ('questionId' in question ? without(question) : question));
  return `${JSON.stringify({ format: BANK_FORMAT, version: BANK_VERSION, questions: plain }, null, 1)}\n`;
}

function without({ questionId: _, ...question }: QuestionItem): NewQuestionBody {
  return question;
}
