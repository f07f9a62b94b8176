import { useState } from 'react';
import { BoardLesson } from './BoardLesson.tsx';
import { boardToken, forgetBoardToken, keepBoardToken } from './board-token.ts';
import { Pairing } from './Pairing.tsx';
import './board-sizes.css';

/** The classroom's board: paired once, then it finds its lesson by itself. */
export function Board() {
  const [token, setToken] = useState(boardToken);
  const claim = claimOf(location.hash);
  if (token && !claim) {
    return (
      <BoardLesson
        token={token}
        onUnpaired={() => {
          forgetBoardToken();
          setToken(null);
        }}
      />
    );
  }
  return (
    <Pairing
      claim={claim}
      onPaired={(next) => {
        keepBoardToken(next);
        // A one-time link must not be tried again at the next start.
        history.replaceState(null, '', location.pathname);
        setToken(next);
      }}
    />
  );
}

/** A link `/board#TOKEN` carries a claim that is paired already. */
function claimOf(hash: string): string | null {
  return /^#([A-Za-z0-9_-]{22,64})$/.exec(hash)?.[1] ?? null;
}
