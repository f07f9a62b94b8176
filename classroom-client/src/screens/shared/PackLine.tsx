import type { PackState } from '@tongke/shared-types';
import { useT } from '../../i18n/use-t.ts';
import { sizeWords } from '../../pack/size-words.ts';

/** [PK5] How far a classroom's board is with the lesson's pack, in one line; nothing where there is nothing to keep. */
export function PackLine({
  pack,
  className,
}: {
  readonly pack: PackState | null;
  readonly className?: string | undefined;
}) {
  const t = useT();
  if (!pack || (pack.pages === 0 && pack.questions === 0)) return null;
  const { done, pages, questions, bytes, ready } = pack;
  const size = sizeWords(bytes);
  return (
    <span className={className}>
      {ready && '✓ '}
      {pages === 0
        ? t('pack.readyQuestions', { questions })
        : t(ready ? 'pack.ready' : 'pack.filling', { done, pages, size })}
    </span>
  );
}
