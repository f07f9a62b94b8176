import type { Browser, Page } from 'playwright-core';
import type { Link } from '../../netlab/link.ts';
import { openBarePair } from './bare-pair.ts';
import { firstFrame, openLead, openWaitingBoard, startLesson } from './people.ts';
import type { Rehearsal } from './rehearsal.ts';

export interface Stage {
  readonly rehearsal: Rehearsal;
  readonly teacher: Browser;
  readonly classroom: Browser;
  readonly blankUrl: string;
}

/** Ms from the lead teacher's press to the first frame on a board that waited in the lobby of a lesson of its own. */
export async function warmFirstFrame({ rehearsal, teacher, classroom }: Stage): Promise<number> {
  const { lessonId, boardTokens } = await rehearsal.appoint(1);
  const [lead, board] = await Promise.all([
    openLead(teacher, rehearsal, lessonId),
    openWaitingBoard(classroom, rehearsal, boardTokens[0] ?? ''),
  ]);
  return startToFrame(lead, board);
}

/** The lead teacher presses, the waiting board paints: ms between the two. Closes both. */
export async function startToFrame(lead: Page, board: Page): Promise<number> {
  const pressedAt = await startLesson(lead);
  const paintedAt = await firstFrame(board);
  await Promise.all([lead.context().close(), board.context().close()]);
  return paintedAt - pressedAt;
}

/** The same between two bare pages: from the press that offers the picture over a connection that is up to its first frame. */
export async function bareFirstFrame(
  { teacher, classroom, blankUrl }: Omit<Stage, 'rehearsal'>,
  link?: Link,
): Promise<number> {
  const pair = await openBarePair({
    from: teacher,
    to: classroom,
    url: blankUrl,
    sending: false,
    link,
  });
  await pair.sender.getByRole('button', { name: 'start' }).click();
  const paintedAt = await firstFrame(pair.receiver);
  const pressedAt = await pair.sender.evaluate(() => window.tongkeBench.pressedAt);
  await pair.close();
  return paintedAt - pressedAt;
}
