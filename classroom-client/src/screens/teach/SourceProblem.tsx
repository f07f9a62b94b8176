import type { DeviceSource } from '@tongke/shared-types';
import { useT } from '../../i18n/use-t.ts';
import type { CaptureProblem } from '../../media/capture.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { SOURCE_WORD } from './source-words.ts';

interface Props {
  readonly source: DeviceSource;
  readonly problem: CaptureProblem;
  readonly onRetry: () => void;
}

/** Why the camera or the microphone does not run, what to do, and one button to try again. */
export function SourceProblem({ source, problem, onRetry }: Props) {
  const t = useT();
  return (
    <Notice
      tone="attention"
      action={
        <Button size="small" onClick={onRetry}>
          {t('common.retry')}
        </Button>
      }
    >
      {t(SOURCE_WORD[source][problem])}
    </Notice>
  );
}
