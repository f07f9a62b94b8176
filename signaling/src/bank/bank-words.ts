import type { BankColumn, TaskKind } from '@tongke/shared-types';

export type BankLanguage = 'zh' | 'en';

/** The heading of each column; both languages are read, whatever is written. */
export const COLUMN_WORDS: Readonly<Record<BankColumn, Readonly<Record<BankLanguage, string>>>> = {
  kind: { zh: '题型', en: 'kind' },
  prompt: { zh: '题目', en: 'question' },
  A: { zh: 'A', en: 'A' },
  B: { zh: 'B', en: 'B' },
  C: { zh: 'C', en: 'C' },
  D: { zh: 'D', en: 'D' },
  E: { zh: 'E', en: 'E' },
  F: { zh: 'F', en: 'F' },
  answer: { zh: '答案', en: 'answer' },
  tolerance: { zh: '误差', en: 'tolerance' },
  unit: { zh: '单位', en: 'unit' },
  explanation: { zh: '解析', en: 'explanation' },
  subject: { zh: '学科', en: 'subject' },
  grade: { zh: '年级', en: 'grade' },
  points: { zh: '知识点', en: 'knowledge points' },
  readSeconds: { zh: '读题秒数', en: 'reading seconds' },
  seconds: { zh: '作答秒数', en: 'answering seconds' },
  picture: { zh: '图片', en: 'picture' },
};

export const KIND_WORDS: Readonly<Record<TaskKind, Readonly<Record<BankLanguage, string>>>> = {
  single: { zh: '单选', en: 'single' },
  multiple: { zh: '多选', en: 'multiple' },
  'true-false': { zh: '判断', en: 'true-false' },
  number: { zh: '数字', en: 'number' },
  text: { zh: '文字', en: 'text' },
  order: { zh: '排序', en: 'order' },
  photo: { zh: '拍照', en: 'photo' },
};

export const TRUTH_WORDS = { true: { zh: '对', en: 'true' }, false: { zh: '错', en: 'false' } } as const;
/** A question that has no right answer, where an empty cell would say something else. */
export const NONE_WORDS = { zh: '无', en: 'none' } as const;
/** A choice without words, because they stand in the picture. */
export const EMPTY_WORDS = { zh: '（空）', en: '(empty)' } as const;
