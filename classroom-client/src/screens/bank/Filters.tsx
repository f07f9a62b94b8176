import type { QuestionPage, QuestionQuery } from '@tongke/shared-types';
import { useT } from '../../i18n/use-t.ts';
import { Field } from '../../ui/Field.tsx';
import css from './Bank.module.css';
import { Select } from './Select.tsx';

interface Props {
  readonly query: QuestionQuery;
  readonly found: Pick<QuestionPage, 'subjects' | 'grades' | 'points'>;
  readonly onQuery: (query: QuestionQuery) => void;
}

/** Narrows the bank down; what nothing in the bank has is not offered. */
export function Filters({ query, found, onQuery }: Props) {
  const t = useT();
  const set = (field: 'subject' | 'grade' | 'point' | 'text') => (value: string) => {
    const { page: _, [field]: __, ...rest } = query;
    onQuery(value === '' ? rest : { ...rest, [field]: value });
  };
  const options = (values: readonly string[]) => values.map((value) => ({ value, words: value }));
  return (
    <div className={css.filters}>
      <Field
        label={t('questions.search')}
        placeholder={t('questions.searchHint')}
        maxLength={100}
        value={query.text ?? ''}
        onValue={set('text')}
      />
      {found.subjects.length > 0 && (
        <Select
          label={t('questions.subject')}
          none={t('questions.all')}
          value={query.subject ?? ''}
          options={options(found.subjects)}
          onValue={set('subject')}
        />
      )}
      {found.grades.length > 0 && (
        <Select
          label={t('questions.gradeLabel')}
          none={t('questions.all')}
          value={`${query.grade ?? ''}`}
          options={found.grades.map((grade) => ({ value: `${grade}`, words: t('questions.grade', { grade }) }))}
          onValue={set('grade')}
        />
      )}
      {found.points.length > 0 && (
        <Select
          label={t('questions.point')}
          none={t('questions.all')}
          value={query.point ?? ''}
          options={options(found.points)}
          onValue={set('point')}
        />
      )}
    </div>
  );
}
