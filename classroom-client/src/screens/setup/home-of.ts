import type { StaffRole } from '@tongke/shared-types';

/** Where a person of the staff begins. */
export const HOME_OF: Readonly<Record<StaffRole, string>> = { admin: '/admin', teacher: '/teach', assistant: '/pair' };
