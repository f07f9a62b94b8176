import type { ReactNode } from 'react';
import { classNames } from '../../../ui/class-names.ts';
import css from './Photo.module.css';

interface Props {
  readonly look: 'next' | 'plain';
  readonly onPhoto: (photo: Blob) => void;
  readonly children: ReactNode;
}

/** Opens the device's camera by its file chooser, which needs no secure page. */
export function PhotoButton({ look, onPhoto, children }: Props) {
  return (
    <label className={classNames(css.choose, css[look])}>
      <input
        type="file"
        accept="image/*"
        capture="environment"
        className="unseen"
        onChange={({ target }) => {
          const [photo] = target.files ?? [];
          // The same file may be chosen once more.
          target.value = '';
          if (photo) onPhoto(photo);
        }}
      />
      {children}
    </label>
  );
}
