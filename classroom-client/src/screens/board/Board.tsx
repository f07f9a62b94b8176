import { useMemo, useState } from 'react';
import { BlobProof, deviceProof } from '../../photo/blob-proof.ts';
import { BoardLesson } from './BoardLesson.tsx';
import { boardToken, forgetBoardToken, keepBoardToken } from './board-token.ts';
import { Pairing } from './Pairing.tsx';
import './board-sizes.css';

/** The classroom's board: paired once, then it finds its lesson by itself. */
export function Board() {
  const [token, setToken] = useState(boardToken);
  const proof = useMemo(() => deviceProof(token ?? ''), [token]);
  const claim = claimOf(location.hash);
  if (token && !claim) {
    return (
      <BlobProof.Provider value={proof}>
        <BoardLesson
          token={token}
          onUnpaired={() => {
            forgetBoardToken();
            setToken(null);
          }}
        />
      </BlobProof.Provider>
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
