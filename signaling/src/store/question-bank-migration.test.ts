import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { catalogueMigrations } from './catalogue-migrations.ts';
import { openCatalogue } from './catalogue-stores.ts';
import { openDatabase } from './database.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tongke-migration-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('[BK4] questions that were written before there was a bank are in it, and in the lessons that are still to come', async () => {
  const path = join(folder, 'tongke.db');
  const old = openDatabase(path, catalogueMigrations.slice(0, 3));
  await old.close();
  const sqlite = new DatabaseSync(path);
  sqlite.exec(`
    INSERT INTO schools VALUES ('s', '一小', 0, 1);
    INSERT INTO accounts VALUES ('t', 's', 'teacher', '李老师', 0, 1, NULL), ('u', 's', 'teacher', '王老师', 0, 1, NULL);
    INSERT INTO lessons VALUES ('past', 's', 't', '上过', 1, 1, 2, 1), ('next', 's', 't', '分数', 3, NULL, NULL, 1),
      ('theirs', 's', 'u', '语文', 3, NULL, NULL, 1);
    INSERT INTO questions VALUES
      ('q2', 's', 't', '第二题 ABC', '[{"key":"A","text":"1"},{"key":"C","text":"2"}]', NULL, 60, 20),
      ('q1', 's', 't', '第一题', '[{"key":"A","text":"半"},{"key":"B","text":"2"}]', 'B', 30, 10);
  `);
  sqlite.close();

  const database = openDatabase(path, catalogueMigrations);
  const catalogue = openCatalogue(database);
  const [first, second] = await catalogue.questions.all('t');
  expect(first).toEqual({
    questionId: 'q1',
    subject: '',
    grade: null,
    points: [],
    prompt: '第一题',
    picture: null,
    task: {
      kind: 'single',
      choices: [
        { key: 'A', text: '半' },
        { key: 'B', text: '2' },
      ],
      correct: 'B',
    },
    explanation: '',
    readSeconds: 0,
    seconds: 30,
  });
  expect(second?.task.correct).toBeNull();
  const idsOf = async (lessonId: string) =>
    (await catalogue.lessonQuestions.ofLesson(lessonId)).map(({ questionId }) => questionId);
  expect([await idsOf('past'), await idsOf('next'), await idsOf('theirs')]).toEqual([[], ['q1', 'q2'], []]);
  for (const text of ['半', 'abc']) expect((await catalogue.questions.search('t', { text })).total).toBe(1);
  expect((await catalogue.schools.byId('s'))?.photoDays).toBe(30);
  await database.close();
});
