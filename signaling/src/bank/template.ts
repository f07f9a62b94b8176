import type { NewQuestionBody } from '@tongke/shared-types';
import { bankCsv } from './bank-csv.ts';
import type { BankLanguage } from './bank-words.ts';

/** [BK5] A CSV file to fill in: the heading, and one example of each kind to write over. */
export function templateCsv(language: BankLanguage): string {
  return bankCsv(EXAMPLES[language], language);
}

function example(question: Partial<NewQuestionBody> & Pick<NewQuestionBody, 'prompt' | 'task'>): NewQuestionBody {
  return {
    subject: '',
    grade: null,
    points: [],
    picture: null,
    explanation: '',
    readSeconds: 0,
    seconds: 30,
    ...question,
  };
}

const items = (...texts: readonly string[]) =>
  texts.map((text, place) => ({ key: 'ABCDEF'[place] as 'A' | 'B' | 'C' | 'D', text }));

const EXAMPLES: Readonly<Record<BankLanguage, readonly NewQuestionBody[]>> = {
  zh: [
    example({
      prompt: '$\\frac{1}{2} + \\frac{1}{4} =$ ？',
      task: { kind: 'single', choices: items('$\\frac{2}{6}$', '$\\frac{3}{4}$', '$\\frac{1}{8}$'), correct: 'B' },
      explanation: '先通分：$\\frac{2}{4} + \\frac{1}{4} = \\frac{3}{4}$',
      subject: '数学',
      grade: 3,
      points: ['分数', '加法'],
    }),
    example({
      prompt: '哪些是偶数？',
      task: { kind: 'multiple', choices: items('2', '3', '4', '5'), correct: ['A', 'C'] },
      subject: '数学',
    }),
    example({ prompt: '太阳从东边升起。', task: { kind: 'true-false', correct: true }, subject: '科学' }),
    example({
      prompt: '一根绳子长多少？',
      task: { kind: 'number', unit: '厘米', correct: { value: 12.5, tolerance: 0.5 } },
    }),
    example({ prompt: '甘肃省的省会是哪里？', task: { kind: 'text', correct: ['兰州', '兰州市'] } }),
    example({
      prompt: '从小到大排一排',
      task: { kind: 'order', items: items('1/4', '1/2', '3/4'), correct: ['A', 'B', 'C'] },
      seconds: 60,
    }),
    example({
      prompt: '在纸上列竖式计算 27 × 14，拍下来。',
      task: { kind: 'photo', correct: null },
      readSeconds: 10,
      seconds: 180,
    }),
  ],
  en: [
    example({
      prompt: '$\\frac{1}{2} + \\frac{1}{4} =$ ?',
      task: { kind: 'single', choices: items('$\\frac{2}{6}$', '$\\frac{3}{4}$', '$\\frac{1}{8}$'), correct: 'B' },
      explanation: '$\\frac{2}{4} + \\frac{1}{4} = \\frac{3}{4}$',
      subject: 'Maths',
      grade: 3,
      points: ['fractions', 'addition'],
    }),
    example({
      prompt: 'Which are even?',
      task: { kind: 'multiple', choices: items('2', '3', '4', '5'), correct: ['A', 'C'] },
      subject: 'Maths',
    }),
    example({ prompt: 'The sun rises in the east.', task: { kind: 'true-false', correct: true }, subject: 'Science' }),
    example({
      prompt: 'How long is the string?',
      task: { kind: 'number', unit: 'cm', correct: { value: 12.5, tolerance: 0.5 } },
    }),
    example({ prompt: 'What is the capital of Gansu?', task: { kind: 'text', correct: ['Lanzhou', 'Lanzhou City'] } }),
    example({
      prompt: 'Put them in order, the smallest first',
      task: { kind: 'order', items: items('1/4', '1/2', '3/4'), correct: ['A', 'B', 'C'] },
      seconds: 60,
    }),
    example({
      prompt: 'Work out 27 × 14 on paper and take a photo.',
      task: { kind: 'photo', correct: null },
      readSeconds: 10,
      seconds: 180,
    }),
  ],
};
