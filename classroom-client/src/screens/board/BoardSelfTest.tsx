import type { LessonState } from '@tongke/shared-types';
import { useContext } from 'react';
import { browserCapture } from '../../media/capture.ts';
import { rememberedDevices } from '../../media/chosen-devices.ts';
import { runSelfTest } from '../../media/self-test/run-self-test.ts';
import { tryCamera } from '../../media/self-test/try-camera.ts';
import { BlobProof } from '../../photo/blob-proof.ts';
import { SelfTestButton } from '../shared/SelfTestButton.tsx';
import type { BoardProps } from './board-props.ts';
import type { BoardSession } from './board-session.ts';

interface Props {
  readonly view: Pick<LessonState, 'selfTests'>;
  readonly room: BoardProps['room'];
  readonly session: Pick<BoardSession, 'connection' | 'media'>;
  /** Its devices are being tried already. */
  readonly busy: boolean;
}

/** The self-test of a classroom: its camera is opened for a moment, where the room uses it. */
export function BoardSelfTest({ view, room, session: { connection, media }, busy }: Props) {
  const proof = useContext(BlobProof);
  const withCamera = room.cameraAllowed && !room.covered;
  const capture = browserCapture({ width: 640, height: 360 });
  const camera = async () => (withCamera ? tryCamera(capture) : null);
  return (
    <SelfTestButton
      run={() => runSelfTest({ connection, media, capture, camera, devices: rememberedDevices(), proof })}
      send={connection.send}
      rooms={[room]}
      last={view.selfTests[room.classroomId]}
      disabled={busy}
    />
  );
}
