import { setTimeout as sleep } from 'node:timers/promises';
import { type Command, type CommandReply, type OpeningAnswer, PROTOCOL_VERSION } from '@tongke/shared-types';
import { LightSocket } from '../bench/answers/light-socket.ts';
import type { Given } from './history.ts';
import type { Stage } from './stage.ts';
import type { Tablet } from './tablet.ts';

const PATIENCE_MS = 6_000;

/**
 * Many tablets open a second tab, which says the same once more, twice: what is under way and what was acknowledged before; and it uses an old
 * id for another answer. The first tab loses its link and comes back.
 */
export async function duplicate(stage: Stage): Promise<readonly CommandReply[]> {
  const reused: CommandReply[] = [];
  const chosen = stage.tablets.filter(() => stage.random() < 0.3);
  await Promise.all(
    chosen.map(async (tablet) => {
      await sleep(1_500 * stage.random());
      reused.push(...(await sayAgain(stage, tablet)));
    }),
  );
  return reused;
}

function commandOf({ roundId, choice }: Given): Command {
  return { type: 'answer.give', roundId, answer: { kind: 'single', choice } } as Command;
}

async function sayAgain({ port, school }: Stage, tablet: Tablet): Promise<CommandReply[]> {
  const { lessonId } = school;
  const { acknowledged, last } = tablet.newest;
  const heard = new Map<number, (reply: CommandReply) => void>();
  const reused: CommandReply[] = [];
  let over = () => {};
  const done = new Promise<void>((resolve) => {
    over = resolve;
  });
  const say = (id: string, command: Command, hear: (reply: CommandReply) => void) => {
    heard.set(socket.ask(JSON.stringify(['command', { id, lessonId, command }])), hear);
  };
  const repeat = () => {
    for (const given of [last, acknowledged, last]) {
      if (given) say(given.id, commandOf(given), (reply) => tablet.heard(given.id, reply));
    }
    if (!acknowledged) return over();
    const other = commandOf({ ...acknowledged, choice: acknowledged.choice === 'A' ? 'B' : 'A' });
    say(acknowledged.id, other, (reply) => {
      // Its link may have been taken over meanwhile: then nobody has looked at it.
      if (reply.ok || reply.reason !== 'not-signed-in') reused.push(reply);
      over();
    });
  };
  const credentials = { as: 'tablet', deviceKey: tablet.seat.deviceKey, by: { kind: 'seat', lessonId } };
  const socket = new LightSocket({
    port,
    auth: () => JSON.stringify({ hello: { protocol: PROTOCOL_VERSION, credentials, have: null } }),
    onOpen: () => {},
    onEvent: (bytes) => {
      const [name, body] = JSON.parse(bytes.toString()) as [string, OpeningAnswer];
      if (name === 'opened' && body.to === 'hello') body.reply.ok ? repeat() : over();
    },
    onAnswer: (id, bytes) => heard.get(id)?.(JSON.parse(bytes.toString())[0]),
    onClosed: () => over(),
  });
  socket.connect();
  await Promise.race([done, sleep(PATIENCE_MS)]);
  socket.cut();
  return reused;
}
