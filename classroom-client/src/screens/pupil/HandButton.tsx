import { useT } from '../../i18n/use-t.ts';
import { Button } from '../../ui/Button.tsx';

interface Props {
  readonly up: boolean;
  readonly onToggle: () => void;
}

/** Hand up, hand down. */
export function HandButton({ up, onToggle }: Props) {
  const t = useT();
  return (
    <Button look={up ? 'live' : 'next'} size="large" wide aria-pressed={up} onClick={onToggle}>
      {up ? t('pupil.handUp') : t('pupil.raiseHand')}
    </Button>
  );
}
