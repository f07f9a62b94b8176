import { isUnderWay } from '@tongke/shared-types';
import { useStore } from 'zustand';
import type { RunningBranch } from '../../branch/running-branch.ts';
import { PagePicture } from '../../deck/PagePicture.tsx';
import { usePages } from '../../deck/use-pages.ts';
import { useT } from '../../i18n/use-t.ts';
import { useNow } from '../../lesson/use-now.ts';
import { Button } from '../../ui/Button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { HandCounts } from '../assistant/HandCounts.tsx';
import { AnswerCard } from '../board/AnswerCard.tsx';
import live from '../board/BoardLive.module.css';
import type { BoardSession } from '../board/board-session.ts';
import { ClockBar } from '../board/ClockBar.tsx';
import { QuestionStage } from '../board/QuestionStage.tsx';
import { waited } from '../shared/clock-words.ts';
import css from './Branch.module.css';
import { BranchFoot } from './BranchFoot.tsx';
import { pagesOfPack } from './pages-of-pack.ts';

interface Props {
  readonly running: RunningBranch;
  readonly session: Pick<BoardSession, 'branches' | 'connection' | 'pack'>;
  /** The link is back, and a question is still on the screen. */
  readonly online: boolean;
}

/** [BR2] The classroom goes on by itself: its page or its question, hands that are counted beside it, and the assistant's next step at the foot. */
export function BranchScreen({ running, session, online }: Props) {
  const t = useT();
  const now = useNow(session.connection.serverNow, true);
  const { pack } = useStore(session.pack);
  const { lesson: view } = running.state;
  const known = usePages(online ? (view.slide?.deckId ?? null) : null);
  const [room] = Object.values(view.classrooms);
  if (!room) return null;
  const pages = pagesOfPack(pack, view.slide) ?? known ?? [];
  const question = view.round?.kind === 'question' ? view.round : null;
  const { send, end } = session.branches;
  const act = async (command: Parameters<typeof send>[0]) => (await send(command)).ok;
  return (
    <div className={live.screen}>
      <div className={css.line} role="status">
        <span>{online ? t('branch.online') : t('branch.alone', { time: waited(now - running.kept.cutAt) })}</span>
        {online && <Button onClick={end}>{t('branch.returnNow')}</Button>}
      </div>
      <main className={live.main}>
        <div className={live.stage}>
          {question ? (
            <QuestionStage view={view} room={room} names={{}} round={question} />
          ) : view.slide?.shown ? (
            <div className={css.slide}>
              <PagePicture pages={pages} page={view.slide.page} size="large" />
            </div>
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
      {view.clock && <ClockBar clock={view.clock} now={now} />}
      <BranchFoot view={view} send={send} />
    </div>
  );
}
