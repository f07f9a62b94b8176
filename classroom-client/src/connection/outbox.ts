import type { Command, LessonId, RoundId, SeatId } from '@tongke/shared-types';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { newId } from './new-id.ts';
import type { Sender, Sending } from './send.ts';
import type { KeptItem, Vault } from './vault.ts';

/** What a pupil must never lose: a command about a round, given for the own seat, or for the one that it names. */
type Keepsake = Extract<Command, { type: 'buzzer.press' | `answer.give${string}` }>;

export interface OutboxItem extends Pick<KeptItem, 'id' | 'state'> {
  readonly command: Keepsake;
}

/** The newest press or answer of each round, by `itemKey`; an older one of the same round and seat is no longer sent. */
export type OutboxItems = Readonly<Record<string, OutboxItem>>;

export interface Outbox {
  readonly items: StoreApi<OutboxItems>;
  /** This device speaks as this seat now, or as a tablet that is handed round: what was not acknowledged before goes out again, with its own id. */
  readonly attend: (lessonId: LessonId, holder: string) => void;
  /** Nobody sits here: nothing may be sent in anybody's name. What is unsent stays for when the pupil comes back. */
  readonly leave: () => void;
  /** `id` is made here unless a copy of the command has gone out already. */
  readonly put: (command: Keepsake, id?: string) => void;
}

/** Where an item stands in `items`: under its round, and on a tablet that is handed round under round and seats. */
export function itemKey(roundId: RoundId, seatIds?: readonly SeatId[]): string {
  return seatIds === undefined ? roundId : `${roundId}/${seatIds.join('+')}`;
}

/** [RS13] Presses and answers: kept on the device before they are sent, and until the server has them on disk, over reloads and lost links. */
export function createOutbox(sender: Pick<Sender, 'send'>, vault: Vault): Outbox {
  const items = createStore<OutboxItems>(() => ({}));
  let kept = new Map<string, KeptItem>();
  const underway = new Map<string, Sending>();
  let place: { readonly lessonId: LessonId; readonly holder: string } | null = null;

  const show = () => items.setState(Object.fromEntries(kept) as unknown as OutboxItems, true);

  const dispatch = async (key: string, item: KeptItem) => {
    const sending = sender.send({ id: item.id, lessonId: item.lessonId, command: item.command }, { patient: true });
    underway.set(key, sending);
    const reply = await sending.reply;
    if (underway.get(key) !== sending) return;
    underway.delete(key);
    const had = reply.ok || reply.reason === 'buzzer/already-pressed';
    const settled: KeptItem = { ...item, state: had ? 'received' : { refused: reply.reason } };
    kept.set(key, settled);
    show();
    void vault.settle(settled);
  };

  const leave = () => {
    for (const sending of underway.values()) sending.cancel();
    underway.clear();
    place = null;
    kept = new Map();
    show();
  };

  const attend = async (lessonId: LessonId, holder: string) => {
    if (place?.lessonId === lessonId && place.holder === holder) return;
    leave();
    const here = { lessonId, holder };
    place = here;
    const recalled = await vault.recall(lessonId, holder);
    if (place !== here) return;
    // What was put meanwhile is newer.
    const missing = recalled.map((item) => [keyOf(item), item] as const).filter(([key]) => !kept.has(key));
    for (const [key, item] of missing) kept.set(key, item);
    show();
    for (const [key, item] of missing) if (item.state === 'sending') void dispatch(key, item);
  };

  const put = async (command: Keepsake, id = newId()) => {
    if (!place) return;
    const here = place;
    const { roundId } = command;
    const seatId = seatsIn(command)?.join('+') ?? here.holder;
    const item: KeptItem = { ...here, roundId, seatId, id, command, state: 'sending', at: Date.now() };
    const key = keyOf(item);
    underway.get(key)?.cancel();
    underway.delete(key);
    kept = new Map([...kept].filter(([, one]) => one.state === 'sending' || one.roundId === roundId));
    kept.set(key, item);
    show();
    const keeping = vault.keep(item);
    // A press that waited for the disk would be judged as a slower one.
    if (command.type === 'buzzer.press') void dispatch(key, item);
    await keeping;
    // Changed again meanwhile, or somebody else sits here: this one waits on the device.
    const isMine = place === here && kept.get(key) === item;
    if (isMine && command.type !== 'buzzer.press') void dispatch(key, item);
    void vault.tidy(here.lessonId, roundId);
  };

  return { items, leave, attend: (...who) => void attend(...who), put: (...what) => void put(...what) };
}

function keyOf({ roundId, command }: KeptItem): string {
  return itemKey(roundId, seatsIn(command));
}

/** The seats that the command names, where it is not given for the own. */
function seatsIn(command: Command): readonly SeatId[] | undefined {
  return 'seatIds' in command ? command.seatIds : undefined;
}
