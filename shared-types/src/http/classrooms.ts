import { z } from 'zod';
import { nameField } from './fields.ts';

export const newClassroomBody = z.strictObject({ name: nameField, cameraAllowed: z.boolean().default(true) });
export type NewClassroomBody = z.input<typeof newClassroomBody>;

export const classroomPatch = z.strictObject({ name: nameField.optional(), cameraAllowed: z.boolean().optional() });
export type ClassroomPatch = z.infer<typeof classroomPatch>;

/** A classroom of the own school, or one of a paired school that a lesson may join. */
export interface ClassroomItem {
  readonly classroomId: string;
  readonly name: string;
  readonly schoolId: string;
  readonly schoolName: string;
  /** Of the own school: may be changed here. */
  readonly own: boolean;
  readonly cameraAllowed: boolean;
  readonly pupils: number;
  readonly boards: number;
}
