import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { PlayersReply } from './players.ts';
import type { LessonPlan } from './real-lesson.ts';

type Played = Extract<PlayersReply, { readonly played: unknown }>;

/** Plays lessons in a process of their own. */
export function playInProcess(plans: readonly LessonPlan[], log: (line: string) => void): Promise<Played> {
  const child = fork(fileURLToPath(new URL('players.ts', import.meta.url)), {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  return new Promise<Played>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the players' process ended with ${code}`)));
    child.on('message', (reply: PlayersReply) => {
      if ('log' in reply) log(reply.log);
      else if ('failed' in reply) reject(new Error(reply.failed));
      else resolve(reply);
    });
    child.send(plans);
  }).finally(() => child.disconnect());
}
