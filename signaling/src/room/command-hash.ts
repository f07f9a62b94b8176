import { createHash } from 'node:crypto';
import type { Command } from '@tongke/shared-types';

/** A hash of what a command says, whatever the order of its fields: 22 characters, base64url. */
export function commandHash(command: Command): string {
  return createHash('sha256').update(canonical(command)).digest('base64url').slice(0, 22);
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'undefined';
  const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([key, field]) => `${JSON.stringify(key)}:${canonical(field)}`).join()}}`;
}
