import { switchLanguage } from '../i18n/i18n.ts';
import { useLanguage } from '../i18n/use-t.ts';
import { Button } from './Button.tsx';

/** The other language, one tap away; its name is written in that language. */
export function LanguageSwitch({ className }: { readonly className?: string | undefined }) {
  const other = useLanguage() === 'zh' ? 'en' : 'zh';
  return (
    <Button
      look="quiet"
      size="small"
      lang={other === 'zh' ? 'zh-CN' : 'en'}
      className={className}
      onClick={() => switchLanguage(other)}
    >
      {other === 'zh' ? '中文' : 'English'}
    </Button>
  );
}
