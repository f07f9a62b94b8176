import type { ComponentProps } from 'react';
import { useT } from '../../i18n/use-t.ts';
import { later } from '../../ui/later.ts';
import { Working } from '../../ui/Working.tsx';
import type { ResultScene } from './ResultScene.tsx';

/** What became of an answer: fetched while the question is open, so that it is there long before the reveal. */
export const resultPart = later(() => import('./result-part.ts'));

/** The result, or a word until its part of the page has come. */
export function LateResult(props: ComponentProps<typeof ResultScene>) {
  const t = useT();
  const part = resultPart.use();
  if (part) return <part.ResultScene {...props} />;
  return <Working sentence={t('pupil.waitForResult')} longer={t('common.connectingLong')} />;
}
