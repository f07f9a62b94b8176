import { type DirectCall, type DirectNotice, directCall } from '@tongke/shared-types';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createListeners } from '../connection/listeners.ts';
import { settle } from '../testing/fake-wire.ts';
import { acceptCall } from './accept-call.ts';
import { callBoard } from './call-board.ts';

const HASH = Array.from({ length: 32 }, () => 'AB').join(':');
const CANDIDATES = [
  'a=candidate:1 1 udp 2113937151 0a1b2c3d-1234-5678-9abc-def012345678.local 50000 typ host generation 0',
  'a=candidate:2 1 UDP 2113937150 192.168.1.20 50001 typ host',
  'a=candidate:3 1 tcp 1518280447 192.168.1.20 9 typ host tcptype active',
  'a=candidate:4 1 udp 1677729535 203.0.113.9 50002 typ srflx raddr 0.0.0.0 rport 0',
];

/** A browser's end that the test moves. */
class FakeConnection {
  static made: FakeConnection[] = [];
  static candidates = CANDIDATES;
  iceGatheringState = 'new';
  iceConnectionState = 'new';
  closed = false;
  localDescription: { sdp: string } | null = null;
  remote: { type: string; sdp: string } | null = null;
  onicegatheringstatechange = () => {};
  oniceconnectionstatechange = () => {};
  channel = { readyState: 'connecting', bufferedAmount: 0, onopen: () => {}, onclose: () => {}, send: () => {} };
  sdp = `a=mid:data\r\na=ice-ufrag:abcd\r\na=ice-pwd:${'p'.repeat(24)}\r\na=fingerprint:sha-256 ${HASH}\r\n`;
  constructor() {
    FakeConnection.made.push(this);
  }
  createDataChannel = () => this.channel;
  createOffer = async () => ({ type: 'offer', sdp: this.sdp });
  createAnswer = async () => ({ type: 'answer', sdp: this.sdp });
  setLocalDescription = async () => {
    this.localDescription = { sdp: `${this.sdp}${FakeConnection.candidates.map((line) => `${line}\r\n`).join('')}` };
    this.iceGatheringState = 'complete';
    this.onicegatheringstatechange();
  };
  setRemoteDescription = async (remote: { type: string; sdp: string }) => {
    this.remote = remote;
  };
  close() {
    this.closed = true;
  }
  open() {
    this.channel.readyState = 'open';
    this.channel.onopen();
    return settle();
  }
}
const last = () => {
  const made = FakeConnection.made[FakeConnection.made.length - 1];
  if (!made) throw new Error('no connection');
  return made;
};

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('RTCPeerConnection', FakeConnection);
  Object.assign(FakeConnection, { made: [], candidates: CANDIDATES });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const HANDLERS = { message: () => {}, lost: () => {} };

/** A tablet that calls. */
function calling() {
  const notices = createListeners<DirectNotice>();
  const said: DirectCall[] = [];
  const opened = callBoard({ direct: (call) => said.push(call), onDirect: notices.add }, HANDLERS);
  return { notices, said, opened };
}

test('[BR8] a tablet says its own addresses and no others, and describes the board as a data channel and nothing else', async () => {
  const { notices, said, opened } = calling();
  await settle();
  const [call] = said;
  if (call?.type !== 'offer') throw new Error('no call');
  expect(directCall.parse(call)).toEqual(call);
  const addresses = call.end.candidates.map(({ address }) => address);
  expect(addresses).toEqual(['0a1b2c3d-1234-5678-9abc-def012345678.local', '192.168.1.20']);
  notices.tell({ type: 'answer', linkId: 'other', end: call.end });
  await settle();
  expect(last().remote).toBeNull();
  notices.tell({ type: 'answer', linkId: call.linkId, end: call.end });
  await settle();
  const { type, sdp } = last().remote ?? { sdp: '' };
  expect([type, sdp.match(/^m=.*/gm)]).toEqual(['answer', ['m=application 9 UDP/DTLS/SCTP webrtc-datachannel']]);
  for (const line of ['a=mid:data', 'a=setup:active', `a=fingerprint:sha-256 ${HASH}`]) expect(sdp).toContain(line);
  await last().open();
  expect(await opened).toMatchObject({ ok: true });
});

test('[BR8] a call that nobody answers, and an end without addresses, come to nothing and leave no connection', async () => {
  const unanswered = calling();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(await unanswered.opened).toEqual({ ok: false, again: true });
  expect(last().closed).toBe(true);
  FakeConnection.candidates = [];
  const nowhere = calling();
  await settle();
  expect(await nowhere.opened).toEqual({ ok: false, again: true });
  expect(nowhere.said).toEqual([]);
  vi.stubGlobal('RTCPeerConnection', undefined);
  expect(await calling().opened).toEqual({ ok: false, again: true });
});

test('[BR8] a board answers with its own addresses; what does not open is closed', async () => {
  const { said } = calling();
  await settle();
  const [call] = said;
  if (!call) throw new Error('no call');
  const answers: unknown[] = [];
  const opened = acceptCall(call.end, (end) => answers.push(end), HANDLERS);
  await settle();
  expect(last().remote).toMatchObject({ type: 'offer', sdp: expect.stringContaining('a=setup:actpass') });
  expect(answers).toEqual([call.end]);
  await vi.advanceTimersByTimeAsync(15_000);
  expect([await opened, last().closed]).toEqual([{ ok: false, again: true }, true]);
});
