import { type BoardAct, boardAct, type Command, type LessonPack, questionOnScreen } from '@tongke/shared-types';

/** [BR2] A command of the board as an act of its branch; null for one that a classroom cannot do alone, or that is a tablet's. */
export function actOfBoard(command: Command, pack: LessonPack | null): BoardAct | null {
  const questionId = command.type === 'question.open' ? questionOnScreen(pack?.questions ?? [], command) : undefined;
  const parsed = boardAct.safeParse({ ...command, ...(questionId !== undefined && { questionId }) });
  return parsed.success ? parsed.data : null;
}
