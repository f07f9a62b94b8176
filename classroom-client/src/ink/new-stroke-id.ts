import { newId } from '../connection/new-id.ts';

const LENGTH = 12;

/** A name for a stroke, among those of one person: short, for it travels with every part of it. */
export function newStrokeId(): string {
  return newId().slice(0, LENGTH);
}
