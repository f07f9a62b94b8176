import { holdsPen, leadsOnPage, openSheets } from '@tongke/shared-types';
import { type ReactNode, useState } from 'react';
import { useT } from '../../i18n/use-t.ts';
import { ColourChoice } from '../../ink/ColourChoice.tsx';
import { InkTools } from '../../ink/InkTools.tsx';
import type { InkDesk } from '../../ink/ink-desk.ts';
import type { InkHand } from '../../ink/ink-hand.ts';
import { PEN_COLOURS } from '../../ink/ink-palette.ts';
import { undoableSheet } from '../../ink/undoable-sheet.ts';
import type { LinkPhase } from '../../lesson/lesson-store.ts';
import { Button } from '../../ui/Button.tsx';
import type { BoardProps } from './board-props.ts';
import css from './PenStage.module.css';

interface Props extends Pick<BoardProps, 'view' | 'room'> {
  readonly desk: InkDesk;
  readonly link: LinkPhase;
  /** [SS3] A projector: nothing to tap, and nothing to draw on. */
  readonly bare?: boolean;
  readonly children: (hand: InkHand | null) => ReactNode;
}

/**
 * [IK6] [IK8] What is read, and while the room has the pen a child's tools below it; [IK14] while it leads, those of whoever leads. Without a
 * link it says why nothing can be drawn.
 */
export function PenStage({ view, room, desk, link, bare = false, children }: Props) {
  const t = useT();
  const [hand, setHand] = useState<Extract<InkHand, { kind: 'draw' | 'erase' }>>({
    kind: 'draw',
    tool: 'pen',
    colour: 1,
  });
  const [leading, setLeading] = useState<InkHand | null>(null);
  const leads = leadsOnPage(view, room.classroomId);
  const has = (leads || holdsPen(view, room.classroomId)) && openSheets(view).length > 0;
  const undoable = undoableSheet(view, room.classroomId);
  if (!has) return <div className={css.stage}>{children(null)}</div>;
  const online = link === 'online';
  const words = t(view.ink.sides && view.works.shown.length === 0 ? 'ink.ourSide' : 'ink.ourPen');
  return (
    <div className={css.stage}>
      {children(online && !bare ? (leads ? leading : hand) : null)}
      {!online ? (
        <p role="alert" className={css.offline}>
          {t('ink.offline')}
        </p>
      ) : leads ? (
        !bare && <InkTools {...{ view, desk }} hand={leading} onHand={setLeading} zooms={false} writes={false} />
      ) : (
        <div className={css.bar}>
          <p role="status">{words}</p>
          {!bare && (
            <>
              <ColourChoice
                colours={PEN_COLOURS}
                value={hand.kind === 'draw' ? hand.colour : null}
                onChange={(colour) => setHand({ kind: 'draw', tool: 'pen', colour })}
              />
              <Button
                look={hand.kind === 'erase' ? 'live' : 'plain'}
                aria-pressed={hand.kind === 'erase'}
                onClick={() => setHand({ kind: 'erase' })}
              >
                {t('ink.eraser')}
              </Button>
              <Button
                disabled={undoable === null}
                onClick={() => undoable !== null && void desk.connection.send({ type: 'ink.undo', sheet: undoable })}
              >
                {t('ink.undo')}
              </Button>
            </>
          )}
        </div>
      )}
    </div>
  );
}
