import { useT } from '../../i18n/use-t.ts';
import { Button } from '../../ui/Button.tsx';
import { BigMessage } from './BigMessage.tsx';

/** 名单里没有我: the assistant adds the child on the board. */
export function AskAssistant({ onBack }: { readonly onBack: () => void }) {
  const t = useT();
  return (
    <BigMessage mood="calm" title={t('pupil.askAssistant')} line={t('pupil.askAssistantLine')}>
      <Button look="next" size="large" wide onClick={onBack}>
        {t('common.back')}
      </Button>
    </BigMessage>
  );
}
