import type { OneTimeLink } from '@tongke/shared-types';
import { useRef, useState } from 'react';
import { useLanguage, useT } from '../../i18n/use-t.ts';
import { Button } from '../../ui/Button.tsx';
import { QrCode } from '../../ui/QrCode.tsx';
import { timeWords } from '../board/time-words.ts';
import css from './Panel.module.css';

interface Props {
  readonly link: OneTimeLink;
  /** Whom to give it to. */
  readonly line: string;
}

/** A one-time link to hand over: to scan, to copy, to read out. */
export function LinkCard({ link, line }: Props) {
  const t = useT();
  const language = useLanguage();
  const text = useRef<HTMLParagraphElement>(null);
  const [copied, setCopied] = useState<'not' | 'done' | 'refused'>('not');
  // A browser that does not let a page copy lets a person do it: the link is selected for that.
  const select = () => {
    setCopied('refused');
    if (text.current) getSelection()?.selectAllChildren(text.current);
  };
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(link.url);
      setCopied('done');
    } catch {
      select();
    }
  };
  return (
    <div className={css.link}>
      <p>{line}</p>
      <QrCode text={link.url} label={t('staff.linkQr')} className={css.qr} />
      <p ref={text} className={css.url}>
        {link.url}
      </p>
      {copied === 'refused' && <p role="status">{t('staff.copyByHand')}</p>}
      <div className={css.actions}>
        <Button onClick={() => void copy()}>{t(copied === 'done' ? 'common.copied' : 'common.copy')}</Button>
        <span className="muted">{t('staff.linkUntil', { time: timeWords(link.expiresAt, Date.now(), language) })}</span>
      </div>
    </div>
  );
}
