import { type Command, type PupilAct, pupilAct } from '@tongke/shared-types';

/** [BR9] A pupil's command as an act of the branch; null for what a tablet cannot ask of a board. When it was pressed the board sees by itself. */
export function actOfTablet(command: Command): PupilAct | null {
  const { type } = command;
  const act = type === 'buzzer.press' ? { type, roundId: command.roundId } : command;
  const parsed = pupilAct.safeParse(act);
  return parsed.success ? parsed.data : null;
}
