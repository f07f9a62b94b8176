import { call } from '../../api/call.ts';
import { useLoad } from '../../api/use-load.ts';
import { useTask } from '../../api/use-task.ts';
import { useLanguage, useT } from '../../i18n/use-t.ts';
import { ConfirmButton } from '../../ui/ConfirmButton.tsx';
import { timeWords } from '../board/time-words.ts';
import css from './Panel.module.css';
import { Panel } from './Panel.tsx';

/** The school's paired boards with their phones. */
export function Boards() {
  const t = useT();
  const language = useLanguage();
  const { answer, reload } = useLoad(() => call('GET /api/boards'));
  const { problem, run } = useTask();
  const unpair = async (id: string) => {
    await run(() => call('DELETE /api/boards/:id', { id }));
    await reload();
  };
  return (
    <Panel
      title={t('staff.tab_boards')}
      hint={t('staff.boardsHint')}
      {...{ answer, reload, problem }}
      action={<a href="/pair">{t('staff.toPair')}</a>}
    >
      {({ boards }) => (
        <div className={css.list}>
          {boards.length === 0 && <p className="muted">{t('staff.noBoards')}</p>}
          {boards.map(({ boardId, classroomName, browser, pairedAt, pairedBy, phones }) => (
            <div key={boardId} className={css.row}>
              <p className={css.what}>
                <b>{classroomName}</b>
                <span className="muted">
                  {browser} · {t('staff.pairedBy', { name: pairedBy, time: timeWords(pairedAt, Date.now(), language) })}
                  {phones > 0 && ` · ${t('staff.phonesCount', { count: phones })}`}
                </span>
              </p>
              <ConfirmButton
                size="small"
                question={t('staff.unpairSure', { classroom: classroomName })}
                onConfirm={() => void unpair(boardId)}
              >
                {t('staff.unpair')}
              </ConfirmButton>
            </div>
          ))}
        </div>
      )}
    </Panel>
  );
}
