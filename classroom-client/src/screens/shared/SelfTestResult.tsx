import { colourOf, FINDINGS, type Finding, type Measures } from '@tongke/shared-types';
import { useT } from '../../i18n/use-t.ts';
import { Notice } from '../../ui/Notice.tsx';
import { ColourMark } from './ColourMark.tsx';
import { figureOf } from './figure-of.ts';
import css from './SelfTest.module.css';
import { worstWords } from './worst-words.ts';

const TONES = { green: 'calm', yellow: 'attention', red: 'danger' } as const;

interface Props {
  readonly findings: readonly Finding[];
  /** Null for a test of which only the verdict is known. */
  readonly measured: Measures | null;
}

/** What a self-test found: the one thing to do, and all of it, the worst first. */
export function SelfTestResult({ findings, measured }: Props) {
  const t = useT();
  const colour = colourOf(findings);
  return (
    <>
      <Notice tone={colour ? TONES[colour] : 'attention'}>
        <b>{worstWords(t, findings)}</b>
      </Notice>
      <ul className={css.findings}>
        {findings.map((finding) => (
          <li key={finding}>
            <ColourMark colour={FINDINGS[finding]} />
            <span>{t(`selfTest.${finding}`)}</span>
            {measured && <span className={css.figure}>{figureOf(finding, measured)}</span>}
          </li>
        ))}
      </ul>
    </>
  );
}
