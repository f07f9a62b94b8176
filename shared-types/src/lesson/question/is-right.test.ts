import { describe, expect, it, test } from 'vitest';
import { ANSWERS, TASKS } from '../../testing/questions.ts';
import type { Answer } from './answer.ts';
import { isRight } from './is-right.ts';
import { plainText } from './plain-text.ts';
import type { Task, TaskKind } from './task.ts';

const KINDS = Object.keys(TASKS) as TaskKind[];

describe('a right answer', () => {
  it.each(KINDS.filter((kind) => kind !== 'photo'))('[QZ1] of the kind %s is told from a wrong one', (kind) => {
    const [wrong, right] = ANSWERS[kind];
    expect([isRight(TASKS[kind], wrong), isRight(TASKS[kind], right)]).toEqual([false, true]);
    expect(isRight({ ...TASKS[kind], correct: null } as Task, right)).toBeNull();
    expect(isRight(TASKS[kind], ANSWERS.photo[0])).toBe(false);
  });

  it('[QZ1] no photo is right or wrong', () => {
    expect(isRight(TASKS.photo, ANSWERS.photo[0])).toBeNull();
  });

  it('[QZ1] a number is right up to its tolerance, whatever decimals do to a sum', () => {
    const task = (value: number, tolerance: number): Task => ({
      kind: 'number',
      unit: '',
      correct: { value, tolerance },
    });
    const says = (value: number): Answer => ({ kind: 'number', value });
    expect(isRight(task(0.3, 0), says(0.1 + 0.2))).toBe(true);
    expect(isRight(task(1, 0.1), says(1.1))).toBe(true);
    expect(isRight(task(1, 0.1), says(1.100001))).toBe(false);
    expect(isRight(task(1e9, 0), says(1e9 + 2))).toBe(false);
  });

  it('[QZ1] several right answers are right together only, in any order', () => {
    const says = (...choices: ('A' | 'B' | 'C' | 'D')[]): Answer => ({ kind: 'multiple', choices });
    expect([says('A'), says('A', 'C', 'D'), says('C', 'A')].map((one) => isRight(TASKS.multiple, one))).toEqual([
      false,
      false,
      true,
    ]);
  });
});

test('[QZ15] texts are equal whatever their width, case, blanks and punctuation', () => {
  expect(plainText(' Ｌan Zhou。')).toBe(plainText('lan-zhou!'));
  expect(plainText('一、二、三')).toBe(plainText('一二三'));
  expect(plainText('3.5')).not.toBe(plainText('35'));
  expect(plainText('3，5')).toBe(plainText('3, 5'));
  expect(plainText('-5')).not.toBe(plainText('5'));
  expect(plainText('第-5')).toBe(plainText('第5'));
  expect(plainText('？！')).toBe('?!');
});
