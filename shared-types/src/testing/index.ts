export { hostileEnvelope, WELL_FORMED } from './hostile.ts';
export { inkMoves } from './ink-moves.ts';
export * from './seeded.ts';
