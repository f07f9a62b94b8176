import { LEAD_PEER, type LessonState, type Measures } from '@tongke/shared-types';
import { useContext } from 'react';
import { browserCapture } from '../../media/capture.ts';
import { rememberedDevices } from '../../media/chosen-devices.ts';
import { runSelfTest } from '../../media/self-test/run-self-test.ts';
import { BlobProof } from '../../photo/blob-proof.ts';
import { SelfTestButton } from '../shared/SelfTestButton.tsx';
import { isProblem } from './source-words.ts';
import type { TeachSession } from './teach-session.ts';

interface Props {
  readonly view: Pick<LessonState, 'selfTests' | 'classrooms'>;
  readonly session: Pick<TeachSession, 'connection' | 'media'>;
}

/** The lead teacher's self-test: the camera runs in the lobby, so its state is known. */
export function LeadSelfTest({ view, session: { connection, media } }: Props) {
  const proof = useContext(BlobProof);
  const camera = async (): Promise<Measures['camera']> => {
    const { state, track } = media.store.getState().own.camera;
    if (isProblem(state)) return state;
    return track ? 'fine' : null;
  };
  const capture = browserCapture({ width: 640, height: 360 });
  return (
    <SelfTestButton
      run={() => runSelfTest({ connection, media, capture, camera, devices: rememberedDevices(), proof })}
      send={connection.send}
      rooms={Object.values(view.classrooms)}
      last={view.selfTests[LEAD_PEER]}
    />
  );
}
