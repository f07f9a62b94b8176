import { useContext, useEffect, useState } from 'react';
import { useT } from '../i18n/use-t.ts';
import { BlobProof } from '../photo/blob-proof.ts';
import { BoardWay, serverWay } from '../photo/blob-way.ts';
import { fetchBlob } from '../photo/fetch-blob.ts';
import css from './BlobPicture.module.css';
import { classNames } from './class-names.ts';

interface Props {
  /** The sha-256 by which the lesson or the bank names it. */
  readonly hash: string;
  /** What it shows, for those who cannot see it. */
  readonly alt: string;
  readonly className?: string | undefined;
}

/** A question's picture or a pupil's photo. One that does not come is asked for again by a tap. */
export function BlobPicture({ hash, alt, className }: Props) {
  const t = useT();
  const proof = useContext(BlobProof);
  const board = useContext(BoardWay);
  const [tries, setTries] = useState(0);
  const [url, setUrl] = useState<string | null | 'coming'>('coming');
  // biome-ignore lint/correctness/useExhaustiveDependencies: a further try asks again.
  useEffect(() => {
    let here = true;
    setUrl('coming');
    void fetchBlob(hash, board ?? serverWay(proof)).then((found) => here && setUrl(found));
    return () => {
      here = false;
    };
  }, [hash, proof, board, tries]);
  if (url === 'coming') return <p className={classNames(css.place, className)}>{t('common.pictureComing')}</p>;
  if (url === null) {
    return (
      <button type="button" className={classNames(css.place, className)} onClick={() => setTries(tries + 1)}>
        {t('common.pictureMissing')}
      </button>
    );
  }
  return <img src={url} alt={alt} className={classNames(css.picture, className)} />;
}
