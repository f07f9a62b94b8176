import { CHOICES } from '@tongke/shared-types';
import { useT } from '../../i18n/use-t.ts';
import { BlobPicture } from '../../ui/BlobPicture.tsx';
import { ChoiceTile } from '../../ui/ChoiceTile.tsx';
import { RichText } from '../../ui/RichText.tsx';
import css from './Bank.module.css';
import type { QuestionDraft } from './question-draft.ts';

/** The question about as pupils will see it, formulas and picture drawn, with the right answer marked. */
export function QuestionPreview({ draft }: { readonly draft: QuestionDraft }) {
  const t = useT();
  const { prompt, picture, explanation } = draft;
  return (
    <section>
      <h3>{t('questions.preview')}</h3>
      <div className={css.preview}>
        <p className={css.asked}>
          <RichText text={prompt} />
        </p>
        {picture !== null && <BlobPicture hash={picture} alt={t('questions.pictureAlt')} className={css.drawing} />}
        <Asked draft={draft} />
        {explanation.trim() !== '' && (
          <p className={css.explained}>
            <RichText text={explanation} />
          </p>
        )}
      </div>
    </section>
  );
}

function Asked({ draft }: { readonly draft: QuestionDraft }) {
  const t = useT();
  const { kind, choices, right, truth, value, tolerance, unit, accepted, items } = draft;
  const lines = {
    'true-false': [t('questions.isTrue'), t('questions.isFalse')].map((words, index) =>
      truth === (index === 0) ? `${words} ✓` : words,
    ),
    number: [`${value || '…'}${Number(tolerance) > 0 ? ` ± ${tolerance}` : ''} ${unit}`],
    text: accepted.split('\n').filter((line) => line.trim() !== ''),
    order: items.filter((item) => item.trim() !== ''),
    photo: [t('questions.photoHint')],
  };
  if (kind === 'single' || kind === 'multiple') {
    const filled = CHOICES.filter((key) => choices[key].trim() !== '');
    return (
      <div className={css.choices}>
        {filled.map((key) => (
          <ChoiceTile key={key} choice={key} text={choices[key]} note={right.includes(key) ? '✓' : undefined} />
        ))}
      </div>
    );
  }
  return lines[kind].map((line) => (
    <p key={line} className={css.given}>
      <span>
        <RichText text={line} />
      </span>
    </p>
  ));
}
