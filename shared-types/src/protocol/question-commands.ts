import { z } from 'zod';
import { answer } from '../lesson/question/answer.ts';
import { handKey } from '../lesson/question/hand-key.ts';
import { correct, explanation, hash, prompt, task } from '../lesson/question/task.ts';
import { TEAM_SIZE } from '../lesson/question/team.ts';
import { id } from './id.ts';

const ofRound = <T extends string, S extends z.ZodRawShape>(type: T, shape: S) =>
  z.strictObject({ type: z.literal(type), roundId: id, ...shape });

/** One pupil's answer, or all that are equal to the text that `group` names. */
const item = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('seat'), seatId: id }),
  z.strictObject({ by: z.literal('group'), group: z.string().min(1).max(400) }),
]);

export const questionOpen = z.strictObject({
  type: z.literal('question.open'),
  task,
  prompt,
  picture: hash.nullable(),
  explanation,
  onTablet: z.enum(['keys', 'question']),
  /** Time to read, before answers are taken. */
  readSeconds: z.int().min(0).max(120),
  seconds: z.int().min(5).max(600),
});

/** Raised hands that the assistant counted. */
export const handCountSet = ofRound('handcount.set', {
  classroomId: id.optional(),
  counts: z.partialRecord(handKey, z.int().min(0).max(200)),
});

/** [QZ2] A pupil's answer, for the own seat. */
export const answerGive = ofRound('answer.give', { answer });

/** What screens can ask about questions. */
export const questionCommands = [
  // Lead teacher.
  questionOpen,
  ofRound('question.mark', { correct }),
  ofRound('question.reveal', {}),
  ofRound('question.show-answer', { item }),
  ofRound('question.explain', {}),
  z.strictObject({ type: z.literal('lesson.score-settings'), points: z.boolean(), streaks: z.boolean() }),
  // The assistant.
  handCountSet,
  // A pupil, and a tablet that is handed round: for one child, or for a team.
  answerGive,
  ofRound('answer.give-for', { seatIds: z.array(id).min(1).max(TEAM_SIZE.most), answer }),
] as const;
