import { isDeepStrictEqual } from 'node:util';
import { type Command, type OpeningAnswer, PROTOCOL_VERSION, refuse, UNPREPARED, viewFor } from '@tongke/shared-types';
import { io } from 'socket.io-client';
import { afterEach, describe, expect, test } from 'vitest';
import { boardToken, TestClassroom } from '../testing/classroom.ts';
import { until } from '../testing/until.ts';

let classroom: TestClassroom;
afterEach(() => classroom.close());

const question: Command = {
  ...UNPREPARED,
  prompt: '1/2 + 1/4 = ?',
  task: {
    kind: 'single',
    choices: [
      { key: 'A', text: '3/4' },
      { key: 'B', text: '2/6' },
    ],
    correct: 'A',
  },
  seconds: 60,
};

describe('a lesson over real sockets', () => {
  test('[RS1] [RS3] hello, snapshot, command, durable answer, events for each viewer', async () => {
    classroom = await TestClassroom.start();
    const { lead, boards } = await classroom.live('r1', 'r2');
    const pupils = [await classroom.pupil('r1-s1'), await classroom.pupil('r2-s1')];
    const reply = await lead.do(question);
    expect(reply).toMatchObject({ ok: true });
    if (reply.ok) expect(await classroom.store.since('l1', reply.version - 1)).toHaveLength(1);
    const screens = [lead, ...boards, ...pupils];
    await until('everybody has the question', () => screens.every(({ view }) => view?.round?.kind === 'question'));
    const roundId = lead.view?.round?.roundId ?? '';
    expect(
      await pupils[0]?.do({ type: 'answer.give', roundId, answer: { kind: 'single', choice: 'A' } }),
    ).toMatchObject({ ok: true });
    expect(
      await pupils[1]?.do({ type: 'answer.give', roundId, answer: { kind: 'single', choice: 'B' } }),
    ).toMatchObject({ ok: true });
    const agree = () =>
      screens.every(({ view, viewer }) => {
        return viewer && isDeepStrictEqual(view, viewFor(viewer, classroom.room.state));
      });
    await until('everybody sees what the server sees for them', agree);
    expect(boards[0]?.view?.round).toMatchObject({
      task: { correct: null },
      answers: {},
      answered: { r1: 1, r2: 1 },
    });
    expect(lead.view?.round).toMatchObject({
      task: { correct: 'A' },
      answers: { 'r1-s1': { answer: { kind: 'single', choice: 'A' } } },
    });
  });

  test('[RS1] a hello and a wish for media that are said while the socket opens are answered without being asked again', async () => {
    classroom = await TestClassroom.start();
    await classroom.live('r1');
    const token = boardToken('r2');
    const hello = { protocol: PROTOCOL_VERSION, credentials: { as: 'board', token }, have: null };
    const opened = async (media: unknown) => {
      const socket = io(classroom.url, { transports: ['websocket'], forceNew: true, auth: { hello, media } });
      const answers: OpeningAnswer[] = [];
      socket.on('opened', (answer: OpeningAnswer) => answers.push(answer));
      await until('both are answered', () => answers.length === 2);
      socket.disconnect();
      return answers;
    };
    expect(await opened({ type: 'media.join', have: null })).toMatchObject([
      { to: 'hello', reply: { ok: true, joined: { kind: 'snapshot' } } },
      { to: 'media', reply: { ok: true, result: { kept: false } } },
    ]);
    expect((await opened({ type: 'media.fly' }))[1]).toEqual({ to: 'media', reply: refuse('malformed') });
  });

  test('[RS1] behind a refused hello a wish for media is not answered: there was nothing to join', async () => {
    classroom = await TestClassroom.start();
    const hello = {
      protocol: PROTOCOL_VERSION,
      credentials: { as: 'board', token: 'nobody-has-this-one' },
      have: null,
    };
    const media = { type: 'media.join', have: null };
    const socket = io(classroom.url, { transports: ['websocket'], forceNew: true, auth: { hello, media } });
    const answers: OpeningAnswer[] = [];
    socket.on('opened', (answer: OpeningAnswer) => answers.push(answer));
    await until('the hello is answered', () => answers.length > 0);
    await socket.emitWithAck('media', media);
    socket.disconnect();
    expect(answers).toEqual([{ to: 'hello', reply: refuse('board/removed') }]);
  });
});
