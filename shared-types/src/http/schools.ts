import { z } from 'zod';
import { nameField } from './fields.ts';

export const newSchoolBody = z.strictObject({ name: nameField });
export type NewSchoolBody = z.infer<typeof newSchoolBody>;

/** How many days pupils' photos are kept when nobody says otherwise. */
export const PHOTO_DAYS = 30;

export const schoolPatch = z.strictObject({
  name: nameField.optional(),
  numbersOnly: z.boolean().optional(),
  photoDays: z.int().min(1).max(365).optional(),
});
export type SchoolPatch = z.infer<typeof schoolPatch>;

export interface SchoolItem {
  readonly schoolId: string;
  readonly name: string;
  /** Pupils go by number alone: nobody reads a name in a lesson. */
  readonly numbersOnly: boolean;
  /** Photos that pupils sent as answers are deleted after so many days. */
  readonly photoDays: number;
}

/** One changed setting: who turned what from which value to which, and when. */
export interface SettingsChange {
  readonly at: number;
  readonly accountName: string;
  /** The school itself, a classroom or a pairing. */
  readonly about: { readonly kind: 'school' | 'classroom' | 'pairing'; readonly id: string; readonly name: string };
  readonly setting: 'name' | 'numbersOnly' | 'photoDays' | 'cameraAllowed' | 'givenNames' | 'paired';
  readonly from: string | number | boolean;
  readonly to: string | number | boolean;
}
