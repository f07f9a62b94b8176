import type { Browser, Page } from 'playwright-core';
import { common } from '../../../classroom-client/src/i18n/words/common.ts';
import type { Link } from '../../netlab/link.ts';
import { BEHIND, FRONT } from '../../netlab/media-addresses.ts';
import { startTcpRelay } from '../../netlab/tcp-relay.ts';
import { startUdpRelay } from '../../netlab/udp-relay.ts';
import type { Api } from '../join/api.ts';
import { firstFrame, openLead, openWaitingBoard, startLesson } from '../join/people.ts';
import { Rehearsal } from '../join/rehearsal.ts';
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
    const rehearsal = await Rehearsal.open({ TONGKE_MEDIA_IPS: `${BEHIND}=${FRONT}` }, tlsDir);
    const { school, api } = rehearsal;
    closing.push(() => school.close());
    const near: Link = { delayMs: 0, up: true };
    const far: Link = { delayMs: roundTripMs / 2, up: true };
    let linkOfNext = near;
    const front = { host: FRONT, port: school.mediaPort };
    const sfu = { host: BEHIND, port: school.mediaPort };
    const udp = await startUdpRelay(() => linkOfNext, front, sfu);
    closing.push(() => udp.close());
    const tcp = await startTcpRelay(far, front, sfu);
    closing.push(() => tcp.close());
    const web = await startTcpRelay(far, { ...front, port: 0 }, { ...front, port: school.httpPort });
    closing.push(() => web.close());

    const { lessonId, boardTokens } = await rehearsal.appoint(1);
    const lead = await openLead(teacher, rehearsal, lessonId);
    closing.push(() => lead.context().close());
    // The teacher's connections stand; whoever comes from now on is the board.
    linkOfNext = far;
    const origin = `http://localhost:${web.port}`;
    let board = await openWaitingBoard(classroom, { school: { origin } }, boardTokens[0] ?? '');
    closing.push(() => board.context().close());
    await startLesson(lead);
    await listening(board);
    return {
      link: far,
      lead,
      api,
      async board(again = false) {
        if (!again) return board;
        await board.context().close();
        board = await openWaitingBoard(classroom, { school: { origin } }, boardTokens[0] ?? '');
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
