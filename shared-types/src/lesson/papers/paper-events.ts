import { id } from '../../protocol/id.ts';
import { event } from '../event-shape.ts';
import { hash } from '../question/task.ts';

/** Pages that no deck brought. A paper that was added is shown; a page that is turned puts it away. */
export const paperEvents = [
  event('paper.added', { paperId: id, photo: hash.nullable() }),
  event('paper.shown', { paperId: id.nullable() }),
] as const;
