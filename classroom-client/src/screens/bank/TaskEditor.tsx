import { CHOICES, type Choice, QUESTION_LIMITS } from '@tongke/shared-types';
import { useT } from '../../i18n/use-t.ts';
import { Field } from '../../ui/Field.tsx';
import { Tile } from '../../ui/Tile.tsx';
import { CountedField } from '../staff/CountedField.tsx';
import { Area } from './Area.tsx';
import css from './Bank.module.css';
import type { QuestionDraft } from './question-draft.ts';

interface Props {
  readonly draft: QuestionDraft;
  readonly onChange: (part: Partial<QuestionDraft>) => void;
}

/** What is asked for, and what is right, as the kind of the question wants it. */
export function TaskEditor({ draft, onChange }: Props) {
  switch (draft.kind) {
    case 'single':
    case 'multiple':
      return <Choices draft={draft} onChange={onChange} />;
    case 'true-false':
      return <Truth draft={draft} onChange={onChange} />;
    case 'number':
      return <Amount draft={draft} onChange={onChange} />;
    case 'text':
      return <Wordings draft={draft} onChange={onChange} />;
    case 'order':
      return <Order draft={draft} onChange={onChange} />;
    case 'photo':
      return <PhotoHint />;
  }
}

function Choices({ draft: { kind, choices, right }, onChange }: Props) {
  const t = useT();
  const several = kind === 'multiple';
  const mark = (key: Choice) => {
    const others = right.filter((one) => one !== key);
    const isRight = others.length < right.length;
    onChange({ right: several ? (isRight ? others : [...others, key]) : [key] });
  };
  const filled = CHOICES.filter((key) => choices[key].trim() !== '');
  return (
    <>
      <div className={css.pair}>
        {CHOICES.map((key) => (
          <CountedField
            key={key}
            label={t('questions.choice', { key })}
            value={choices[key]}
            most={QUESTION_LIMITS.choice}
            onValue={(text) => onChange({ choices: { ...choices, [key]: text } })}
          />
        ))}
      </div>
      <section>
        <h3>{t(several ? 'questions.rightOnes' : 'questions.rightOne')}</h3>
        <div className={css.tiles}>
          <Tile
            title={t('questions.laterKnown')}
            chosen={!filled.some((key) => right.includes(key))}
            onClick={() => onChange({ right: [] })}
          />
          {filled.map((key) => (
            <Tile key={key} title={key} chosen={right.includes(key)} onClick={() => mark(key)} />
          ))}
        </div>
      </section>
    </>
  );
}

function Truth({ draft: { truth }, onChange }: Props) {
  const t = useT();
  return (
    <section>
      <h3>{t('questions.rightOne')}</h3>
      <div className={css.tiles}>
        <Tile title={t('questions.laterKnown')} chosen={truth === null} onClick={() => onChange({ truth: null })} />
        <Tile title={t('questions.isTrue')} chosen={truth === true} onClick={() => onChange({ truth: true })} />
        <Tile title={t('questions.isFalse')} chosen={truth === false} onClick={() => onChange({ truth: false })} />
      </div>
    </section>
  );
}

function Amount({ draft: { value, tolerance, unit }, onChange }: Props) {
  const t = useT();
  return (
    <div className={css.pair}>
      <Field
        label={t('questions.value')}
        inputMode="decimal"
        value={value}
        onValue={(text) => onChange({ value: text })}
      />
      <Field
        label={t('questions.tolerance')}
        inputMode="decimal"
        value={tolerance}
        onValue={(text) => onChange({ tolerance: text })}
      />
      <CountedField
        label={t('questions.unit')}
        value={unit}
        most={QUESTION_LIMITS.unit}
        onValue={(text) => onChange({ unit: text })}
      />
    </div>
  );
}

function Wordings({ draft: { accepted }, onChange }: Props) {
  const t = useT();
  return (
    <Area
      label={t('questions.accepted')}
      hint={t('questions.acceptedHint')}
      rows={4}
      value={accepted}
      onValue={(text) => onChange({ accepted: text })}
    />
  );
}

function Order({ draft: { items }, onChange }: Props) {
  const t = useT();
  const change = (place: number, text: string) =>
    onChange({ items: items.map((item, index) => (index === place ? text : item)) });
  return (
    <section>
      <p className="muted">{t('questions.orderHint')}</p>
      <div className={css.pair}>
        {items.map((text, place) => (
          <CountedField
            // biome-ignore lint/suspicious/noArrayIndexKey: the place is what the line is.
            key={place}
            label={t('questions.place', { place: place + 1 })}
            value={text}
            most={QUESTION_LIMITS.choice}
            onValue={(said) => change(place, said)}
          />
        ))}
      </div>
    </section>
  );
}

function PhotoHint() {
  const t = useT();
  return <p className="muted">{t('questions.photoHint')}</p>;
}
