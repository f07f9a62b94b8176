interface Edit {
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

/** A broken promise: lines of the product's source, and what the mutant has in their place. */
interface Mutant {
  readonly name: string;
  readonly edits: readonly Edit[];
  /** A fault under which it shows. */
  readonly nemesis: string;
}

/** Each must turn the checker red. They live here alone: the product has no switch for any of them. */
export const MUTANTS = [
  {
    name: 'synchronous-off',
    edits: [
      {
        file: 'signaling/src/store/database.ts',
        from: 'PRAGMA synchronous = FULL',
        to: 'PRAGMA synchronous = OFF',
      },
    ],
    nemesis: 'power-cut',
  },
  {
    name: 'acknowledged-before-the-commit',
    edits: [
      {
        file: 'signaling/src/room/settle.ts',
        from: 'const appended = await store.append(',
        to: `for (const [asked, reply] of replies) asked.answer(reply);
    await new Promise((resolve) => setImmediate(resolve));
    const appended = await store.append(`,
      },
    ],
    nemesis: 'full-disk',
  },
  {
    name: 'no-de-duplication',
    edits: [
      {
        file: 'signaling/src/room/settle.ts',
        from: 'const first = key && outcomes.get(key.id);',
        to: 'const first = key && new Map<string, CommandOutcome>().get(key.id);',
      },
      {
        file: 'signaling/src/store/sqlite-event-store.ts',
        from: 'if (command) commands.push',
        to: 'if (!lesson) commands.push',
      },
    ],
    nemesis: 'duplicates',
  },
  {
    name: 'late-answer-to-the-next-round',
    edits: [
      {
        file: 'signaling/src/room/lesson-room.ts',
        from: 'decide(state, command, actor, context);',
        to: `decide(
          state,
          command.type === 'answer.give' && state.round ? { ...command, roundId: state.round.roundId } : command,
          actor,
          context,
        );`,
      },
    ],
    nemesis: 'duplicates',
  },
] as const satisfies readonly Mutant[];
