import type { CommandReply, DirectDown, LessonState, SeatId } from '@tongke/shared-types';
import type { StoreApi } from 'zustand/vanilla';
import type { Connection } from '../connection/connect.ts';
import { createDataPath } from '../connection/data-path.ts';
import { newId } from '../connection/new-id.ts';
import { createOutbox, type Outbox } from '../connection/outbox.ts';
import { createSender, type Send } from '../connection/send.ts';
import type { Vault } from '../connection/vault.ts';
import type { Wire } from '../connection/wire.ts';
import type { BlobWay } from '../photo/blob-way.ts';
import { askPictures } from './ask-pictures.ts';
import { callBoard } from './call-board.ts';
import { directBytes, readDirect } from './direct-bytes.ts';

/** A branch that the board of the room runs, as this tablet takes part in it. */
export interface TabletBranch {
  readonly view: LessonState;
  readonly outbox: Outbox;
  /** [BR14] What need not outlast the branch, such as a hand. */
  readonly send: Send;
  /** [BR13] A picture that the board has. */
  readonly picture: BlobWay;
}

/** A tablet's channel to the board of its room. */
export interface TabletDirect {
  /** Keeps a channel open for this seat. */
  readonly attend: (lessonId: string, seatId: SeatId) => void;
  /** The board, or the way to it, is there again. */
  readonly hurry: () => void;
  readonly close: () => void;
}

/** Nothing can be sent now: asked again after this, ms. */
const NO_WAY_MS = 1_000;

/** [BR8] [BR9] [BR13] Follows the branch of the room's board over the channel: what it shows into `branch`, and answers from an outbox of their own. */
export function openTabletDirect(
  server: Pick<Connection, 'direct' | 'onDirect'>,
  vault: Vault,
  branch: StoreApi<TabletBranch | null>,
  path = createDataPath(async () => (handlers) => callBoard(server, handlers)),
): TabletDirect {
  const asked = new Map<string, (reply: CommandReply) => void>();
  let seat: SeatId | null = null;

  const ask: Wire['ask'] = (_, envelope, patienceMs) =>
    new Promise((resolve) => {
      const { id } = envelope as { readonly id: string };
      const sent = path.send(directBytes({ type: 'command', envelope: envelope as never }));
      const over = (reply: CommandReply | null) => {
        clearTimeout(timer);
        // Over another channel the same is asked again: what the lost one still waits for must not take the answer's place.
        if (asked.get(id) === over) asked.delete(id);
        resolve(reply as never);
      };
      const timer = setTimeout(over, sent ? patienceMs : NO_WAY_MS, null);
      asked.set(id, over);
    });
  const sender = createSender({ ask });
  const outbox = createOutbox(sender, vault);

  const pictures = askPictures((message) => path.send(directBytes(message)));
  const leave = () => {
    pictures.leave();
    sender.pause();
    outbox.leave();
    branch.setState(null, true);
  };
  path.onTurn((open) => open || leave());
  path.onMessage((bytes) => {
    const message = readDirect(bytes) as DirectDown | null;
    if (message?.type === 'reply') asked.get(message.id)?.(message.reply);
    if (message?.type === 'piece') pictures.take(message);
    if (message?.type === 'over') leave();
    if (message?.type !== 'branch' || seat === null) return;
    const { lessonId, view } = message;
    outbox.attend(lessonId, seat);
    const send: Send = (command) => sender.send({ id: newId(), lessonId, command }).reply;
    branch.setState({ view, outbox, send, picture: pictures.ask }, true);
    sender.open();
  });
  return {
    attend: (lessonId, seatId) => {
      seat = seatId;
      path.attend(`${lessonId}/${seatId}`);
    },
    hurry: path.hurry,
    close: () => {
      seat = null;
      path.close();
    },
  };
}
