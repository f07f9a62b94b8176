import type { OneTimeLink } from '@tongke/shared-types';
import { useState } from 'react';
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
  const [copied, setCopied] = useState(false);
  const copy = () =>
    navigator.clipboard.writeText(link.url).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  return (
    <div className={css.link}>
      <p>{line}</p>
      <QrCode text={link.url} label={t('staff.linkQr')} className={css.qr} />
      <p className={css.url}>{link.url}</p>
      <div className={css.actions}>
        <Button onClick={() => void copy()}>{t(copied ? 'common.copied' : 'common.copy')}</Button>
        <span className="muted">{t('staff.linkUntil', { time: timeWords(link.expiresAt, Date.now(), language) })}</span>
      </div>
    </div>
  );
}
