import { z } from 'zod';
import { id } from '../protocol/id.ts';
import { nameField, tokenField } from './fields.ts';
import type { SchoolItem } from './schools.ts';

export const staffRole = z.enum(['admin', 'teacher', 'assistant']);
export type StaffRole = z.infer<typeof staffRole>;

/** The first administrator, by the link that the first start prints. */
export const setupBody = z.strictObject({ token: tokenField, schoolName: nameField, name: nameField });
export type SetupBody = z.infer<typeof setupBody>;

export const inviteBody = z.strictObject({ role: staffRole, name: nameField.optional() });
export type InviteBody = z.infer<typeof inviteBody>;

export const acceptInviteBody = z.strictObject({ token: tokenField, name: nameField });
export type AcceptInviteBody = z.infer<typeof acceptInviteBody>;

/** Without an account: a link for the own account on another device; with one: an administrator helps somebody back in. */
export const signInLinkBody = z.strictObject({ accountId: id.optional() });
export type SignInLinkBody = z.infer<typeof signInLinkBody>;

/** Any route that takes nothing but a one-time link's secret. */
export const tokenBody = z.strictObject({ token: tokenField });
export type TokenBody = z.infer<typeof tokenBody>;

export interface AccountItem {
  readonly accountId: string;
  readonly role: StaffRole;
  readonly name: string;
  /** Made at first start; may add schools. */
  readonly operator: boolean;
  readonly createdAt: number;
}

export interface SessionItem {
  readonly sessionId: string;
  readonly accountId: string;
  readonly accountName: string;
  /** "Chrome 120 · Windows", as far as the browser says. */
  readonly browser: string;
  readonly createdAt: number;
  readonly lastSeenAt: number;
  /** The session that asks. */
  readonly current: boolean;
}

export interface Me {
  readonly account: AccountItem;
  readonly school: SchoolItem;
}

/** A link that works once; the secret stands in the fragment, so no server log sees it. */
export interface OneTimeLink {
  readonly url: string;
  readonly expiresAt: number;
}

/** A one-time link that still works; its secret is not shown again. */
export interface OpenLink {
  readonly linkId: string;
  readonly kind: 'invite' | 'sign-in' | 'pairing';
  /** What an invitation makes of whoever takes it. */
  readonly role: StaffRole | null;
  /** Whom it is for, where that is known. */
  readonly name: string | null;
  /** Name of the account that made it. */
  readonly madeBy: string | null;
  readonly expiresAt: number;
}

/** What an invitation says before it is accepted. */
export interface InviteItem {
  readonly schoolName: string;
  readonly role: StaffRole;
  readonly name: string | null;
}
