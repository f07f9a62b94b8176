import type { RosterProblem } from '@tongke/shared-types';
import { useT } from '../../i18n/use-t.ts';
import css from './Panel.module.css';

/** What is wrong in a roster file, row by row, so that it can be mended in one go. */
export function RosterProblems({ rows }: { readonly rows: readonly RosterProblem[] }) {
  const t = useT();
  return (
    <table className={css.table}>
      <thead>
        <tr>
          <th scope="col">{t('staff.row')}</th>
          <th scope="col">{t('staff.stands')}</th>
          <th scope="col">{t('staff.whatToDo')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ row, column, code, value }) => (
          <tr key={`${row}${column}${code}`}>
            <td>{row}</td>
            <td>{value}</td>
            <td>{t(`staff.roster_${code}`)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
