import { type BankQuestion, type BranchLog, type CommandReply, refuse } from '@tongke/shared-types';
import type { LessonRegistry } from '../room/registry.ts';
import type { LessonCatalogue } from '../store/catalogue.ts';
import type { CatalogueStores } from '../store/catalogue-stores.ts';

/** Takes in what a classroom did by itself while its link was cut. */
export interface BranchDesk {
  /** Answered once it is on the disk. Throws `StoreUnavailable`. */
  merge(lessonId: string, classroomId: string, log: BranchLog): Promise<CommandReply>;
}

interface Deps {
  readonly registry: LessonRegistry;
  readonly timetable: Pick<LessonCatalogue, 'lesson'>;
  readonly questions: Pick<CatalogueStores['questions'], 'named'>;
}

/** [BR4] [BR5] The branch goes through its lesson's queue, which is opened for it where the lesson is over; the bank says which answers were right. */
export function branchDesk({ registry, timetable, questions }: Deps): BranchDesk {
  return {
    async merge(lessonId, classroomId, log) {
      const plan = await timetable.lesson(lessonId);
      if (!plan) return refuse('not-found');
      if (!plan.classrooms.some((room) => room.classroomId === classroomId)) return refuse('not-allowed');
      const known = await questions.named(plan.leadId, questionsOf(log));
      const bank = Object.fromEntries(
        known.map(({ questionId, prompt, task }): [string, BankQuestion] => [
          questionId,
          { prompt, correct: task.correct },
        ]),
      );
      const room = await registry.open(lessonId);
      return room.ask({ type: 'branch.merge', classroomId, log, bank });
    },
  };
}

function questionsOf({ entries }: BranchLog): readonly string[] {
  return entries.flatMap(({ act }) => (act.type === 'question.open' ? (act.questionId ?? []) : []));
}
