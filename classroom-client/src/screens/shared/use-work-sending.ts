import type { Refusal } from '@tongke/shared-types';
import { useState } from 'react';
import type { Send } from '../../connection/send.ts';
import { type PhotoSending, usePhotoSending } from '../pupil/kinds/use-photo-sending.ts';

export interface WorkSender {
  readonly sending: PhotoSending;
  /** Sends the file, then tells the lesson; `onSent` is called once it lies in the tray. */
  readonly send: (photo: Blob, onSent: () => void) => void;
  readonly stop: () => void;
}

/** [CA1] Brings a pupil's work into the tray, from its own tablet or for the pupil by the assistant. */
export function useWorkSending(seatId: string, own: boolean, tell: Send): WorkSender {
  const sender = usePhotoSending(`/api/works/${encodeURIComponent(seatId)}`, undefined, true);
  const [refused, setRefused] = useState<Refusal | null>(null);
  const send: WorkSender['send'] = (photo, onSent) => {
    setRefused(null);
    sender.send(photo, (hash) => {
      void tell({ type: 'work.send', photo: hash, ...(!own && { seatId }) }).then((reply) =>
        reply.ok ? onSent() : setRefused(reply.reason),
      );
    });
  };
  return { sending: sender.sending ?? (refused && { refused }), send, stop: sender.stop };
}
