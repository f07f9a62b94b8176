export { ControlClient } from './control-client.ts';
export { DataPeer, type DataPeerOptions } from './data-peer.ts';
export { createFakeEngine } from './fake-engine.ts';
export { join, of } from './join.ts';
export { DTLS, picture, voice } from './rtp-samples.ts';
export { type StartedSfu, type StartSfuOptions, startSfu } from './start-sfu.ts';
