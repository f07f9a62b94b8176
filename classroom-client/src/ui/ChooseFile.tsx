import { useRef } from 'react';
import { Button } from './Button.tsx';

interface Props {
  readonly words: string;
  readonly accept: string;
  readonly busy: boolean;
  readonly next?: boolean;
  /** Several at once may be chosen. */
  readonly multiple?: boolean;
  readonly onFile: (file: File, all: readonly File[]) => void;
}

/** A button that chooses a file. The same one may be chosen again after it was mended. */
export function ChooseFile({ words, accept, busy, next = false, multiple = false, onFile }: Props) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <span>
      <input
        ref={input}
        type="file"
        multiple={multiple}
        accept={accept}
        tabIndex={-1}
        aria-label={words}
        className="unseen"
        onChange={({ target }) => {
          const files = [...(target.files ?? [])];
          const [file] = files;
          if (file) onFile(file, files);
          target.value = '';
        }}
      />
      <Button look={next ? 'next' : 'plain'} disabled={busy} onClick={() => input.current?.click()}>
        {words}
      </Button>
    </span>
  );
}
