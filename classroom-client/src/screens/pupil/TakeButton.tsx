import { useState } from 'react';
import { useT } from '../../i18n/use-t.ts';
import { Button } from '../../ui/Button.tsx';

/** [FL15] 我来: this pupil wants the turn that anybody of the class may have; one tap counts until it is answered. */
export function TakeButton({ onTake }: { readonly onTake: () => Promise<unknown> }) {
  const t = useT();
  const [asking, setAsking] = useState(false);
  const take = () => {
    if (asking) return;
    setAsking(true);
    void onTake().finally(() => setAsking(false));
  };
  return (
    <Button look="next" size="large" aria-disabled={asking} onClick={take}>
      {t(asking ? 'common.sending' : 'scenes.take')}
    </Button>
  );
}
