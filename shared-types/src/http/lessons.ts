import { z } from 'zod';
import { MOST_SECONDS } from '../lesson/second/second-teacher.ts';
import { id } from '../protocol/id.ts';

/** `ownClassroomId` is the lead teacher's own class, whose media endpoint is the teacher's laptop; it is not repeated in `classroomIds`. */
export const newLessonBody = z
  .strictObject({
    title: z.string().trim().min(1).max(80),
    plannedAt: z.int().nonnegative(),
    classroomIds: z.array(id).max(50),
    ownClassroomId: id.nullable().default(null),
    /** An administrator plans for a teacher of the same school; others for themselves. */
    leadId: id.optional(),
  })
  .refine((lesson) => lesson.classroomIds.length > 0 || lesson.ownClassroomId !== null, { path: ['classroomIds'] })
  .refine(
    (lesson) => new Set([...lesson.classroomIds, lesson.ownClassroomId]).size === lesson.classroomIds.length + 1,
    {
      path: ['classroomIds'],
    },
  );
export type NewLessonBody = z.input<typeof newLessonBody>;

/** The second teachers of a lesson: accounts of the own school, all of them at once. */
export const lessonSecondsBody = z
  .strictObject({ accountIds: z.array(id).max(MOST_SECONDS) })
  .refine(({ accountIds }) => new Set(accountIds).size === accountIds.length, { path: ['accountIds'] });
export type LessonSecondsBody = z.input<typeof lessonSecondsBody>;

/** A teacher of the own school, and whether this is a second teacher of the lesson. */
export interface SecondChoice {
  readonly accountId: string;
  readonly name: string;
  readonly second: boolean;
}

export interface LessonItem {
  readonly lessonId: string;
  readonly schoolId: string;
  readonly schoolName: string;
  readonly title: string;
  readonly lead: { readonly accountId: string; readonly name: string };
  readonly plannedAt: number;
  readonly startedAt: number | null;
  readonly endedAt: number | null;
  readonly status: 'planned' | 'live' | 'ended';
  readonly classrooms: readonly {
    readonly classroomId: string;
    readonly name: string;
    readonly schoolName: string;
    readonly own: boolean;
    readonly pupils: number;
  }[];
  /** The one who asks leads it, and may open it on `/teach`. */
  readonly mine: boolean;
  /** The one who asks is a second teacher of it, and may follow it on `/teach`. */
  readonly second: boolean;
  /** The one who asks may take it off the timetable. */
  readonly mayDelete: boolean;
}
