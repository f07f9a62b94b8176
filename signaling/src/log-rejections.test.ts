import { EventEmitter } from 'node:events';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { logRejections } from './log-rejections.ts';

test('a promise that fails unheard is logged as an error, and the server goes on', () => {
  const lines: string[] = [];
  const server = new EventEmitter();
  logRejections(pino({}, { write: (line: string) => void lines.push(line) }), server);
  server.emit('unhandledRejection', new Error('forgotten'));
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ level: 50, err: { message: 'forgotten' } });
});
