import { type LoopLag, watchLoop } from './loop-lag.ts';
import { type LessonPlan, type LessonPlayed, playLesson } from './real-lesson.ts';

/** What a process of lessons answers when all are played. */
export type PlayersReply =
  | { readonly log: string }
  | { readonly failed: string }
  | { readonly played: readonly LessonPlayed[]; readonly lag: LoopLag };

const say = (reply: PlayersReply) => process.send?.(reply);
process.once('disconnect', () => process.exit(0));
process.once('message', (plans: readonly LessonPlan[]) => {
  const lag = watchLoop();
  const playing = plans.map((plan, n) => playLesson(plan, (line) => say({ log: `${process.pid}/${n}: ${line}` })));
  Promise.all(playing).then(
    (played) => say({ played, lag: lag() }),
    (error: Error) => say({ failed: error.stack ?? error.message }),
  );
});
