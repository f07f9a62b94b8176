import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { LessonEvent } from '@tongke/shared-types';
import type { Stored } from './history.ts';

/** The lesson's log as it lies on the disk, read beside the server, without its code. */
export function readLog(dataDir: string, lessonId: string): readonly Stored[] {
  const db = new DatabaseSync(join(dataDir, 'tongke.db'), { readOnly: true });
  try {
    db.exec('PRAGMA busy_timeout = 5000');
    const rows = db.prepare('SELECT version, command_id, payload FROM events WHERE lesson = ? ORDER BY version');
    return rows.all(lessonId).map(({ version, command_id, payload }) => ({
      version: Number(version),
      commandId: command_id === null ? null : String(command_id),
      event: JSON.parse(String(payload)) as LessonEvent,
    }));
  } finally {
    db.close();
  }
}
