import type { StaffRole } from '@tongke/shared-types';

/** The word for each role of the staff. */
export const ROLE_WORD = {
  admin: 'staff.roleAdmin',
  teacher: 'staff.roleTeacher',
  assistant: 'staff.roleAssistant',
} as const satisfies Readonly<Record<StaffRole, string>>;
