import type { Migration } from './database.ts';

/**
 * [LS9] Makes `lesson_turns` again from the logs of lessons that have ended; runs once, for those from before there was the table. It
 * comes after the catalogue's and the logs' own migrations, for it reads both.
 */
export const turnsFromLogs: Migration = {
  name: 'turns-from-logs',
  sql: `
    INSERT OR IGNORE INTO lesson_turns (lesson_id, classroom_id, seat_id)
      WITH given AS (
        SELECT lesson, payload ->> '$.classroomId' AS classroom, payload ->> '$.seatId' AS seat
        FROM events WHERE type = 'turn.given'
      )
      SELECT lesson_id, classroom_id, spoke.seat
      FROM (
        SELECT lesson, classroom, '' AS seat FROM given
        UNION SELECT lesson, classroom, seat FROM given WHERE seat IN (SELECT seat_id FROM pupils)
      ) AS spoke
      JOIN lesson_classrooms ON lesson_id = spoke.lesson AND classroom_id = spoke.classroom
      WHERE lesson_id IN (SELECT lesson_id FROM lessons WHERE ended_at IS NOT NULL);
  `,
};
