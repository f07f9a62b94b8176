import { isUnderWay } from '@tongke/shared-types';
import { useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { RunningBranch } from '../../branch/running-branch.ts';
import { usePages } from '../../deck/use-pages.ts';
import { useT } from '../../i18n/use-t.ts';
import type { InkDesk } from '../../ink/ink-desk.ts';
import { createLiveInk } from '../../ink/live-ink.ts';
import { PageStage } from '../../ink/PageStage.tsx';
import { useNow } from '../../lesson/use-now.ts';
import { Button } from '../../ui/Button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { HandCounts } from '../assistant/HandCounts.tsx';
import { AnswerCard } from '../board/AnswerCard.tsx';
import live from '../board/BoardLive.module.css';
import { BuzzerStage } from '../board/BuzzerStage.tsx';
import type { BoardSession } from '../board/board-session.ts';
import { ClockBar } from '../board/ClockBar.tsx';
import { PenStage } from '../board/PenStage.tsx';
import { QuestionStage } from '../board/QuestionStage.tsx';
import { waited } from '../shared/clock-words.ts';
import css from './Branch.module.css';
import { BranchFoot } from './BranchFoot.tsx';
import { BranchHands } from './BranchHands.tsx';
import { pagesOfPack } from './pages-of-pack.ts';

interface Props {
  readonly running: RunningBranch;
  readonly session: Pick<BoardSession, 'branches' | 'connection' | 'pack' | 'timing' | 'direct'>;
  /** The link is back, and a question is still on the screen. */
  readonly online: boolean;
}

/** Nobody else draws here. */
const NO_LIVE_INK = createLiveInk();

/** [BR2] [BR12] The classroom goes on by itself: its page, which can be drawn on, or its question, hands that are counted beside it, hands that are up, and the assistant's next step at the foot. */
export function BranchScreen({ running, session, online }: Props) {
  const t = useT();
  const now = useNow(session.connection.serverNow, true);
  const [drawing, setDrawing] = useState(false);
  const { pack } = useStore(session.pack);
  const { lesson: view } = running.state;
  const known = usePages(online ? (view.slide?.deckId ?? null) : null);
  const tablets = useStore(session.direct.tablets).length;
  const { send, end } = session.branches;
  const [room] = Object.values(view.classrooms);
  const me = room?.classroomId ?? '';
  const desk = useMemo(
    (): InkDesk => ({ me, connection: { send, signal: () => undefined }, live: NO_LIVE_INK }),
    [me, send],
  );
  if (!room) return null;
  const pages = pagesOfPack(pack, view.slide) ?? known ?? [];
  const buzzer = view.round?.kind === 'buzzer' ? view.round : null;
  const question = view.round?.kind === 'question' ? view.round : null;
  const hands = view.hands.length > 0 && !online;
  const act = async (command: Parameters<typeof send>[0]) => (await send(command)).ok;
  return (
    <div className={live.screen}>
      <div className={css.line}>
        <span role="status" className={hands ? css.short : undefined}>
          {online ? t('branch.online') : t('branch.alone', { time: waited(now - running.kept.cutAt) })}
        </span>
        {hands ? (
          <BranchHands {...{ view, send }} seats={room.seats} />
        ) : (
          <span className={css.tablets}>
            {tablets > 0 ? t('branch.tablets', { count: tablets }) : t('branch.noTablets')}
          </span>
        )}
        {online && <Button onClick={end}>{t('branch.returnNow')}</Button>}
      </div>
      {buzzer ? (
        <BuzzerStage
          view={view}
          room={room}
          names={{}}
          now={now}
          round={buzzer}
          cue={session.timing.cue}
          zones={null}
        />
      ) : (
        <main className={live.main}>
          <div className={live.stage}>
            {question ? (
              <QuestionStage view={view} room={room} names={{}} round={question} />
            ) : view.slide?.shown && !drawing ? (
              <PageStage {...{ view, desk, pages }} hand={null} />
            ) : view.slide?.shown ? (
              <PenStage {...{ view, room, desk }} link="online">
                {(hand) => <PageStage {...{ view, desk, hand, pages }} />}
              </PenStage>
            ) : (
              <p className={css.spoken}>{t('branch.noPages')}</p>
            )}
          </div>
          {question && (
            <aside className={classNames(live.side, css.side)}>
              <AnswerCard view={view} room={room} names={{}} now={now} round={question} />
              {(isUnderWay(question) || question.phase === 'closed') && (
                <div className={css.counts}>
                  <HandCounts view={view} room={room} act={act} />
                </div>
              )}
            </aside>
          )}
        </main>
      )}
      {view.clock && <ClockBar clock={view.clock} now={now} />}
      <BranchFoot {...{ view, send, tablets, drawing }} onDraw={setDrawing} />
    </div>
  );
}
