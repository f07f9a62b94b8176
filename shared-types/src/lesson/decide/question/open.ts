import type { Command } from '../../../protocol/commands.ts';
import { LATE_GRACE_MS } from '../../deadlines.ts';
import { shuffled } from '../../question/shuffled.ts';
import { isSound } from '../../question/sound.ts';
import type { LessonState } from '../../state.ts';
import type { Context } from '../context.ts';
import { isRunning } from '../is-running.ts';
import { happen, type Outcome, unless } from '../outcome.ts';

/** [QZ1] Opens a question when no other round is on the screens. */
export function openQuestion(
  state: LessonState,
  command: Extract<Command, { type: 'question.open' }>,
  { now, newId, random }: Context,
): Outcome {
  return unless(
    [
      [state.phase !== 'live', 'lesson/not-live'],
      [isRunning(state), 'round/running'],
      [!isSound(command.task), 'question/no-such-choice'],
    ],
    () => {
      const { type: _, task, seconds, readSeconds, ...asked } = command;
      const opensAt = now + readSeconds * 1000;
      const closesAt = opensAt + seconds * 1000;
      const times = { at: now, opensAt, closesAt, takesUntil: closesAt + LATE_GRACE_MS };
      return happen({ type: 'question.opened', roundId: newId(), task: shuffled(task, random), ...asked, ...times });
    },
  );
}
