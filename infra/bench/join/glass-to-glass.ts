import { openBarePair } from './bare-pair.ts';
import { installClockCamera, readClock } from './clock-camera.ts';
import { firstFrame, openLead, openWaitingBoard, startLesson } from './people.ts';
import type { Stage } from './warm-first-frame.ts';

/** Delay buffers have settled by then. */
const WARM_UP_MS = 5_000;
const MEASURE_MS = 20_000;

/** The age in ms of each frame that a board paints in a running lesson: from the teacher's glass to the class's. */
export async function glassToGlass({ rehearsal, teacher, classroom }: Stage): Promise<number[]> {
  const { lessonId, boardTokens } = await rehearsal.appoint(1);
  const [lead, board] = await Promise.all([
    openLead(teacher, rehearsal, lessonId, installClockCamera),
    openWaitingBoard(classroom, rehearsal, boardTokens[0] ?? ''),
  ]);
  await startLesson(lead);
  await firstFrame(board);
  await board.waitForTimeout(WARM_UP_MS);
  const ages = await board.evaluate(readClock, MEASURE_MS);
  await Promise.all([lead.context().close(), board.context().close()]);
  return ages;
}

/** The same between two bare pages. */
export async function bareGlassToGlass({ teacher, classroom, blankUrl }: Stage): Promise<number[]> {
  const pair = await openBarePair({
    from: teacher,
    to: classroom,
    url: blankUrl,
    sending: true,
    init: installClockCamera,
  });
  await firstFrame(pair.receiver);
  await pair.receiver.waitForTimeout(WARM_UP_MS);
  const ages = await pair.receiver.evaluate(readClock, MEASURE_MS);
  await pair.close();
  return ages;
}
