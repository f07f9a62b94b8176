import type { Answer, ItemKey, TaskOf } from '@tongke/shared-types';
import { useState } from 'react';
import { useT } from '../../../i18n/use-t.ts';
import { Button } from '../../../ui/Button.tsx';
import { classNames } from '../../../ui/class-names.ts';
import { RichText } from '../../../ui/RichText.tsx';
import type { PadProps } from '../AnswerPad.tsx';
import roundCss from '../Round.module.css';
import css from './Pads.module.css';
import { SendAnswer } from './SendAnswer.tsx';

/** Things to put in order: tapped one after the other, each goes up to its place; arrows move what stands there already. */
export function OrderPad({ task, standing, onAnswer }: PadProps & { readonly task: TaskOf<'order'> }) {
  const t = useT();
  const { answer, open, reading } = standing;
  const had = answer?.kind === 'order' ? answer.keys : [];
  const [changed, setChanged] = useState<readonly ItemKey[] | null>(null);
  const placed = open && changed ? changed : had;
  const { items } = task;
  const waiting = items.filter(({ key }) => !placed.includes(key));
  const inOrder = placed.flatMap((key) => items.find((item) => item.key === key) ?? []);
  const draft: Answer | null = waiting.length === 0 ? { kind: 'order', keys: [...placed] } : null;
  const earlier = (place: number) => setChanged(swapped(placed, place));
  return (
    <>
      <ol className={css.order}>
        {inOrder.map(({ key, text }, place) => (
          <li key={key} className={classNames(css.placed, roundCss.choice)}>
            <b className={css.place}>{place + 1}</b>
            <span className={css.item}>
              <RichText text={text || key} />
            </span>
            {open && place > 0 && (
              <button type="button" className={css.arrow} onClick={() => earlier(place)}>
                ▲ <span className="unseen">{t('answer.earlier')}</span>
              </button>
            )}
          </li>
        ))}
        {waiting.map(({ key, text }) => (
          <li key={key}>
            <button
              type="button"
              className={classNames(css.waiting, roundCss.choice, !open && !reading && css.over)}
              disabled={!open}
              onClick={() => setChanged([...placed, key])}
            >
              <b className={css.letter}>{key}</b>
              {text && (
                <span className={css.item}>
                  <RichText text={text} />
                </span>
              )}
            </button>
          </li>
        ))}
      </ol>
      <div className={css.send}>
        <Button
          size="large"
          className={css.undo}
          disabled={!open || placed.length === 0}
          onClick={() => setChanged(placed.slice(0, -1))}
        >
          {t('answer.undo')}
        </Button>
        <SendAnswer draft={draft} standing={standing} onAnswer={onAnswer} />
      </div>
    </>
  );
}

/** The order in which the thing at this place has changed places with the one before it. */
function swapped(keys: readonly ItemKey[], place: number): readonly ItemKey[] {
  const [before, moved] = [keys[place - 1], keys[place]];
  if (!before || !moved) return keys;
  return [...keys.slice(0, place - 1), moved, before, ...keys.slice(place + 1)];
}
