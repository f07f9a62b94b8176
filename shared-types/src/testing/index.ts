export { hostileEnvelope, WELL_FORMED } from './hostile.ts';
export * from './seeded.ts';
