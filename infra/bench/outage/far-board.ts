import type { Browser, Page } from 'playwright-core';
import { common } from '../../../classroom-client/src/i18n/words/common.ts';
import type { Link } from '../../netlab/link.ts';
import type { Api } from '../join/api.ts';
import { firstFrame, openLead, openWaitingBoard, startLesson } from '../join/people.ts';
import { openFarSchool } from './far-school.ts';
import { watchNotice } from './notice-watch.ts';
import { watchVoice } from './voice-watch.ts';

/** A running lesson with one board at the end of a link that can be cut. */
export interface FarBoard {
  readonly link: Link;
  readonly lead: Page;
  /** As the lead teacher's account. */
  readonly api: Api;
  /** The board's page, watched for voice; one that did not come back is switched off and on, so that the next cut finds one. */
  board(again?: boolean): Promise<Page>;
  close(): Promise<void>;
}

/** Everything between board and server passes the link: web, media over UDP, media over TCP. The lead teacher is near. */
export async function openFarBoard(
  { teacher, classroom }: { readonly teacher: Browser; readonly classroom: Browser },
  { roundTripMs, tlsDir }: { readonly roundTripMs: number; readonly tlsDir: string },
): Promise<FarBoard> {
  const closing: (() => unknown)[] = [];
  const close = async () => {
    for (const step of closing.splice(0).reverse()) await step();
  };
  try {
    const { rehearsal, link, far, next, close: closeSchool } = await openFarSchool({ roundTripMs, tlsDir });
    closing.push(closeSchool);
    const { api } = rehearsal;
    const { lessonId, boardTokens } = await rehearsal.appoint(1);
    const lead = await openLead(teacher, rehearsal, lessonId);
    closing.push(() => lead.context().close());
    // The teacher's connections stand; whoever comes from now on is the board.
    next('far');
    let board = await openWaitingBoard(classroom, far, boardTokens[0] ?? '');
    closing.push(() => board.context().close());
    await startLesson(lead);
    await listening(board);
    return {
      link,
      lead,
      api,
      async board(again = false) {
        if (!again) return board;
        await board.context().close();
        board = await openWaitingBoard(classroom, far, boardTokens[0] ?? '');
        await listening(board);
        return board;
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

async function listening(board: Page): Promise<void> {
  await firstFrame(board);
  await board.evaluate(watchVoice);
  await board.evaluate(watchNotice, common.linkLost.zh);
}
