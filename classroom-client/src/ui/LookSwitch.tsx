import { useState } from 'react';
import { useT } from '../i18n/use-t.ts';
import { Button } from './Button.tsx';
import { chooseLook, type Look, rememberedLook } from './look.ts';

const NEXT: Readonly<Record<Look, Look>> = { auto: 'light', light: 'dark', dark: 'auto' };
const WORD = { auto: 'common.lookAuto', light: 'common.lookLight', dark: 'common.lookDark' } as const;

/** Light, dark or like the device: each tap goes on to the next. */
export function LookSwitch({ className }: { readonly className?: string | undefined }) {
  const t = useT();
  const [look, setLook] = useState(rememberedLook);
  const choose = () => {
    chooseLook(NEXT[look]);
    setLook(NEXT[look]);
  };
  return (
    <Button look="quiet" size="small" className={className} onClick={choose}>
      {t('common.look')} · {t(WORD[look])}
    </Button>
  );
}
