export { ControlClient } from './control-client.ts';
export { DTLS, picture, plays, voice } from './rtp-samples.ts';
export { type StartedSfu, type StartSfuOptions, startSfu } from './start-sfu.ts';
