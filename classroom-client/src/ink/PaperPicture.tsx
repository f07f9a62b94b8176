import { toldShape } from '../deck/told-shape.ts';
import { usePicture } from '../deck/use-picture.ts';
import { useT } from '../i18n/use-t.ts';
import css from './PageSheet.module.css';

interface Props {
  readonly hash: string;
  readonly alt: string;
  /** How tall the picture is for its width, once it is here. */
  readonly onShape: (hash: string, ratio: number) => void;
}

/** A photo that is drawn on, as large as its place. What does not come is asked for again. */
export function PaperPicture({ hash, alt, onShape }: Props) {
  const t = useT();
  const shown = usePicture(hash);
  if (shown?.hash !== hash) {
    return (
      <p className={css.coming} role="status">
        {t('common.pictureComing')}
      </p>
    );
  }
  return <img src={shown.url} alt={alt} className={css.photo} onLoad={toldShape(hash, onShape)} />;
}
