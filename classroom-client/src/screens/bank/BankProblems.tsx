import type { BankColumn, BankProblem } from '@tongke/shared-types';
import type { Say } from '../../i18n/i18n.ts';
import { useT } from '../../i18n/use-t.ts';
import panel from '../admin/Panel.module.css';

/** What is wrong in a file of questions, row by row, so that it can be mended in one go. */
export function BankProblems({ broken }: { readonly broken: readonly BankProblem[] }) {
  const t = useT();
  return (
    <table className={panel.table}>
      <thead>
        <tr>
          <th scope="col">{t('questions.row')}</th>
          <th scope="col">{t('questions.column')}</th>
          <th scope="col">{t('questions.stands')}</th>
          <th scope="col">{t('questions.whatToDo')}</th>
        </tr>
      </thead>
      <tbody>
        {broken.map(({ row, column, code, value }) => (
          <tr key={`${row}${column}${code}`}>
            <td>{row}</td>
            <td>{column && columnWords(t, column)}</td>
            <td>{value}</td>
            <td>{t(`questions.file_${code}`)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function columnWords(t: Say, column: BankColumn): string {
  return column.length === 1
    ? column
    : t(`questions.column_${column as Exclude<BankColumn, 'A' | 'B' | 'C' | 'D' | 'E' | 'F'>}`);
}
