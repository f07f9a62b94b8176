import { type CommandReply, refuse, type ServerCommand } from '@tongke/shared-types';
import { beforeEach, expect, test } from 'vitest';
import { type AskedPress, Presses } from './presses.ts';
import type { TimedRoom } from './timing-deps.ts';

type Measured = Extract<ServerCommand, { type: 'press.measured' }>;

let asked: { readonly command: ServerCommand; readonly answer: (reply: CommandReply) => void }[];
let presses: Presses;
const press = (id: string): AskedPress => ({
  id,
  command: { type: 'buzzer.press', roundId: 'round', shown: 10, pressed: 300 },
});
const measured = (waited: number) => () => ({ type: 'press.measured', waited }) as Measured;

beforeEach(() => {
  asked = [];
  const ask: TimedRoom['ask'] = (command) =>
    new Promise((answer) => {
      asked.push({ command, answer });
    });
  presses = new Presses({ ask } as TimedRoom);
});

test('[TM6] the first copy is measured; the second gets the same answer, also when it is a refusal', async () => {
  const first = presses.take('seat:a', press('one'), measured(300));
  const second = presses.take('seat:a', press('one'), measured(420));
  expect(asked).toHaveLength(1);
  asked[0]?.answer(refuse('buzzer/locked'));
  expect(await first).toEqual(refuse('buzzer/locked'));
  expect(await second).toEqual(refuse('buzzer/locked'));
  expect(await presses.take('seat:a', press('one'), measured(900))).toEqual(refuse('buzzer/locked'));
  expect(asked).toHaveLength(1);
});

test('[TM6] a press that could not be kept is tried again, as it was measured first', async () => {
  const first = presses.take('seat:a', press('one'), measured(300));
  asked[0]?.answer(refuse('storage-unavailable'));
  await first;
  const again = presses.take('seat:a', press('one'), measured(2_000));
  await Promise.resolve();
  expect(asked[1]?.command).toMatchObject({ waited: 300 });
  asked[1]?.answer({ ok: true, version: 5 });
  expect(await again).toEqual({ ok: true, version: 5 });
});

test('[TM6] the id of one screen says nothing of another, and a screen that floods is refused', async () => {
  void presses.take('seat:a', press('one'), measured(300));
  void presses.take('seat:b', press('one'), measured(310));
  expect(asked).toHaveLength(2);
  for (let more = 0; more < 31; more += 1) void presses.take('seat:a', press(`more-${more}`), measured(1));
  expect(await presses.take('seat:a', press('too-many'), measured(1))).toEqual(refuse('too-many-requests'));
  expect(asked).toHaveLength(33);
});
