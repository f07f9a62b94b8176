import { colourOf, type SelfTest } from '@tongke/shared-types';
import { useT } from '../../i18n/use-t.ts';
import { ColourMark } from './ColourMark.tsx';
import css from './SelfTest.module.css';
import { worstWords } from './worst-words.ts';

/** The self-test of a classroom in one line: its colour and its worst finding. */
export function SelfTestLine({ test }: { readonly test: SelfTest }) {
  const t = useT();
  const colour = colourOf(test.findings);
  return (
    <span className={css.worst}>
      {colour && <ColourMark colour={colour} />}
      {worstWords(t, test.findings)}
    </span>
  );
}
