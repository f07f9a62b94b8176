import type { DeckPage } from '@tongke/shared-types';
import { PageThumb } from './PageThumb.tsx';

interface Props {
  /** Null until they are here. */
  readonly pages: readonly DeckPage[] | null;
  /** The current one, from 1. */
  readonly page: number;
  readonly onChoose: (page: number) => void;
  readonly className: string | undefined;
}

/** All pages of a deck in a row, the current one marked, and those to which a question is pinned. */
export function PageStrip({ pages, page, onChoose, className }: Props) {
  return (
    <div className={className}>
      {pages?.map((of, index) => (
        <PageThumb
          // biome-ignore lint/suspicious/noArrayIndexKey: a page is its place.
          key={index}
          of={of}
          page={index + 1}
          current={index + 1 === page}
          pinned={(of.own?.questions.length ?? 0) > 0}
          onChoose={() => onChoose(index + 1)}
        />
      ))}
    </div>
  );
}
