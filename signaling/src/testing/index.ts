export * from './classroom.ts';
export * from './fake-catalogue.ts';
export * from './fake-clock.ts';
export * from './fake-datagrams.ts';
export * from './fake-screen.ts';
export * from './fake-sfu.ts';
export * from './seed-school.ts';
export * from './until.ts';
