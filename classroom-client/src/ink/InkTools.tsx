import { type InkTool, type LessonState, openSheets } from '@tongke/shared-types';
import { useT } from '../i18n/use-t.ts';
import { Button } from '../ui/Button.tsx';
import { ConfirmButton } from '../ui/ConfirmButton.tsx';
import { classNames } from '../ui/class-names.ts';
import { ColourChoice } from './ColourChoice.tsx';
import css from './InkTools.module.css';
import type { InkDesk } from './ink-desk.ts';
import type { InkHand } from './ink-hand.ts';
import { HIGHLIGHTER_COLOURS, PEN_COLOURS } from './ink-palette.ts';
import { undoableSheet } from './undoable-sheet.ts';

interface Props {
  readonly view: LessonState;
  readonly desk: InkDesk;
  readonly hand: InkHand | null;
  readonly onHand: (hand: InkHand | null) => void;
  /** Works have no part that is seen larger; words and a closer look are the lead teacher's alone. */
  readonly zooms: boolean;
  readonly writes: boolean;
}

const SHAPES = ['line', 'arrow', 'rectangle', 'ellipse'] as const satisfies readonly InkTool[];

/** [IK14] The tools of whoever leads for the page that is shown: one row to choose, a second one for what was chosen. */
export function InkTools({ view, desk, hand, onHand, zooms, writes }: Props) {
  const t = useT();
  const { send } = desk.connection;
  const colour = hand && 'colour' in hand ? hand.colour : 0;
  const tool = hand?.kind === 'draw' ? hand.tool : null;
  const shape = SHAPES.find((one) => one === tool) ?? null;
  const dark = tool === 'highlighter' || colour > 3 ? 0 : colour;
  const undoable = undoableSheet(view, desk.me);
  const inked = openSheets(view).filter((name) => (view.ink.sheets[name]?.strokes.length ?? 0) > 0);
  const choices: readonly (readonly [words: string, on: boolean, hand: InkHand | null])[] = [
    [t('ink.off'), hand === null, null],
    [t('ink.point'), hand?.kind === 'point', { kind: 'point' }],
    [t('ink.pen'), tool === 'pen', { kind: 'draw', tool: 'pen', colour: dark }],
    [t('ink.highlighter'), tool === 'highlighter', { kind: 'draw', tool: 'highlighter', colour: 4 }],
    [t('ink.shape'), shape !== null, { kind: 'draw', tool: 'arrow', colour: dark }],
    ...(writes ? ([[t('ink.write'), hand?.kind === 'write', { kind: 'write', colour: dark }]] as const) : []),
    [t('ink.eraser'), hand?.kind === 'erase', { kind: 'erase' }],
    ...(zooms ? ([[t('ink.zoom'), hand?.kind === 'zoom', { kind: 'zoom' }]] as const) : []),
  ];
  return (
    <div className={css.tools}>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset brings a frame and a legend of its own. */}
      <div role="group" aria-label={t('ink.tools')} className={css.row}>
        {choices.map(([words, on, next]) => (
          <button
            key={words}
            type="button"
            aria-pressed={on}
            className={classNames(css.tool, on && css.on)}
            onClick={() => onHand(next)}
          >
            {words}
          </button>
        ))}
      </div>
      {hand && (
        <div className={css.row}>
          {shape !== null &&
            SHAPES.map((one) => (
              <button
                key={one}
                type="button"
                aria-pressed={one === shape}
                className={classNames(css.tool, one === shape && css.on)}
                onClick={() => onHand({ kind: 'draw', tool: one, colour })}
              >
                {t(`ink.${one}`)}
              </button>
            ))}
          {'colour' in hand && (
            <ColourChoice
              colours={tool === 'highlighter' ? HIGHLIGHTER_COLOURS : PEN_COLOURS}
              value={colour}
              onChange={(next) => onHand({ ...hand, colour: next })}
            />
          )}
          {hand.kind === 'zoom' && <span className={css.hint}>{t('ink.zoomHint')}</span>}
          {zooms && view.ink.zoom && (
            <Button size="small" onClick={() => void send({ type: 'page.zoom', region: null })}>
              {t('ink.whole')}
            </Button>
          )}
          {hand.kind !== 'zoom' && hand.kind !== 'point' && (
            <>
              <Button
                size="small"
                disabled={undoable === null}
                onClick={() => undoable !== null && void send({ type: 'ink.undo', sheet: undoable })}
              >
                {t('ink.undo')}
              </Button>
              <ConfirmButton
                size="small"
                disabled={inked.length === 0}
                question={t('ink.clearSure')}
                onConfirm={() => {
                  for (const sheet of inked) void send({ type: 'ink.clear', sheet });
                }}
              >
                {t('ink.clear')}
              </ConfirmButton>
            </>
          )}
        </div>
      )}
    </div>
  );
}
