import type { Refusal, SeatId } from '@tongke/shared-types';
import { useContext, useEffect, useRef, useState } from 'react';
import { BlobProof } from '../../../photo/blob-proof.ts';
import { sendPhoto } from '../../../photo/send-photo.ts';

/** Where a photo stands: not sent, on its way (0 to 1), or refused. */
export type PhotoSending = { readonly share: number } | { readonly refused: Refusal } | null;

export interface PhotoSender {
  readonly sending: PhotoSending;
  /** Sends it, again and again over a weak link; `onHash` gets its name once the server has it on disk. */
  readonly send: (photo: Blob, onHash: (hash: string) => void) => void;
  readonly stop: () => void;
}

/** Sends one photo at a time to this route; what is on its way stops when it is open no longer or the page goes. */
export function usePhotoSending(path: string, seatIds: readonly SeatId[] | undefined, open: boolean): PhotoSender {
  const proof = useContext(BlobProof);
  const [sending, setSending] = useState<PhotoSending>(null);
  const running = useRef<AbortController | null>(null);
  const stop = () => {
    running.current?.abort();
    running.current = null;
    setSending(null);
  };
  useEffect(() => {
    if (!open) {
      running.current?.abort();
      setSending((now) => (now && 'share' in now ? null : now));
    }
    return () => running.current?.abort();
  }, [open]);
  const send: PhotoSender['send'] = async (photo, onHash) => {
    running.current?.abort();
    const control = new AbortController();
    running.current = control;
    const { signal } = control;
    const progress = (share: number) => !signal.aborted && setSending({ share });
    progress(0);
    const headers = seatIds ? { ...proof, 'x-seats': seatIds.join(',') } : proof;
    const sent = await sendPhoto(photo, { path, proof: headers, onProgress: progress, signal });
    if (signal.aborted) return;
    if (sent.ok) {
      setSending(null);
      onHash(sent.hash);
    } else if (sent.reason !== 'stopped') setSending({ refused: sent.reason });
  };
  return { sending, send, stop };
}
