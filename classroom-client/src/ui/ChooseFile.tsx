import { useRef } from 'react';
import { Button } from './Button.tsx';

interface Props {
  readonly words: string;
  readonly accept: string;
  readonly busy: boolean;
  readonly next?: boolean;
  readonly onFile: (file: Blob) => void;
}

/** A button that chooses a file. The same one may be chosen again after it was mended. */
export function ChooseFile({ words, accept, busy, next = false, onFile }: Props) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <span>
      <input
        ref={input}
        type="file"
        accept={accept}
        tabIndex={-1}
        aria-label={words}
        className="unseen"
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file) onFile(file);
          target.value = '';
        }}
      />
      <Button look={next ? 'next' : 'plain'} disabled={busy} onClick={() => input.current?.click()}>
        {words}
      </Button>
    </span>
  );
}
