import type { LessonPack } from '@tongke/shared-types';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { wait } from '../api/try-again.ts';
import type { Connection } from '../connection/connect.ts';
import { askPack } from './ask-pack.ts';
import { fetchLast } from './fetch-last.ts';
import { fillPack } from './fill-pack.ts';
import type { PackShelf } from './pack-shelf.ts';
import { picturesOf } from './pictures-of.ts';
import { tellPack } from './tell-pack.ts';

/** Before the lesson its teacher may still change what belongs to it, ms. */
const LOOK_AGAIN_MS = 30_000;

/** The pack that a board keeps; null before the first one. */
export type PackStore = StoreApi<{ readonly pack: LessonPack | null }>;

interface Deps {
  readonly connection: Pick<Connection, 'store' | 'send' | 'onJoined'>;
  readonly token: string;
  /** Null where the browser keeps nothing. */
  readonly shelf: PackShelf | null;
}

/** [PK4] [PK5] Keeps the pack of the board's lesson up to date and says how far it is, until it is stopped. */
export function keepPack({ connection, token, shelf }: Deps): { readonly store: PackStore; readonly stop: () => void } {
  const store: PackStore = createStore(() => ({ pack: null }));
  if (!shelf) return { store, stop: () => undefined };
  let followed = '';
  let taken = '';
  let filling = new AbortController();
  let looking = new AbortController();
  const view = () => connection.store.getState().lesson?.view;

  const take = (pack: LessonPack) => {
    const said = JSON.stringify(pack);
    if (said === taken) return;
    taken = said;
    store.setState({ pack });
    filling.abort();
    filling = new AbortController();
    const { signal } = filling;
    const page = view()?.slide?.page ?? 1;
    const onState = tellPack(connection.send);
    const isBusy = () => view()?.phase === 'live';
    const ways = { fetch: fetchLast(token), wait, now: Date.now };
    const fill = async () => {
      await shelf.keepPack(pack);
      await fillPack(pack, shelf, { page, signal, onState, isBusy }, ways);
      if (!signal.aborted) await shelf.keepOnly(new Set(picturesOf(pack, 1).map(({ hash }) => hash)));
    };
    // A full disk: the lesson goes on, and nobody was told that the pack is ready.
    void fill().catch(() => undefined);
  };

  const look = async (lessonId: string) => {
    looking.abort();
    looking = new AbortController();
    const { signal } = looking;
    while (!signal.aborted) {
      const pack = await askPack(lessonId, token, signal);
      if (!pack) return;
      take(pack);
      if (view()?.phase !== 'planned') return;
      await wait(LOOK_AGAIN_MS, signal);
    }
  };

  /** Another lesson, another deck, or the lesson's start: what its teacher has prepared may be another. */
  const follow = () => {
    const lesson = view();
    if (!lesson || lesson.phase === 'ended') return;
    const { lessonId, slide, phase } = lesson;
    const standing = `${lessonId} ${slide?.deckId} ${phase}`;
    if (standing === followed) return;
    followed = standing;
    void look(lessonId);
  };

  const keep = (pack: LessonPack | null) => {
    if (pack && !store.getState().pack) store.setState({ pack });
  };
  void shelf.pack().then(keep, () => undefined);
  const stopStore = connection.store.subscribe(follow);
  const stopJoined = connection.onJoined(() => {
    followed = '';
    follow();
  });
  follow();
  return {
    store,
    stop: () => {
      stopStore();
      stopJoined();
      looking.abort();
      filling.abort();
    },
  };
}
