import type { Choice, GivenAnswer, Task } from '@tongke/shared-types';

interface ChoiceTask {
  readonly choices: readonly { readonly key: Choice; readonly text: string }[];
  readonly correct: Choice | null;
}

const NONE: ChoiceTask = { choices: [], correct: null };

/** The tiles of a question with one right choice; none for the other kinds. */
export function choiceTask(task: Task): ChoiceTask {
  return task.kind === 'single' ? task : NONE;
}

/** What was chosen, or null. */
export function choiceOf(given: GivenAnswer | undefined): Choice | null {
  return given?.answer?.kind === 'single' ? given.answer.choice : null;
}
