import { type DataOffer, type DataRequest, type Refusal, refuse } from '@tongke/shared-types';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { settle } from '../testing/fake-wire.ts';
import { openDataChannel } from './data-channel.ts';

const HASH = Array.from({ length: 32 }, () => 'ab').join(':');
const OFFER: DataOffer = {
  ice: { usernameFragment: 'u', password: 'p' },
  candidates: [{ foundation: 'udp', priority: 1, address: '10.0.0.1', port: 44_399 }],
  fingerprint: { algorithm: 'sha-256', value: 'AA' },
  sctpPort: 5000,
};

/** A browser's end that the test moves. */
class FakeConnection {
  static last: FakeConnection;
  iceConnectionState = 'new';
  closed = false;
  answer = '';
  sdp = `a=mid:0\r\na=fingerprint:sha-256 ${HASH}\r\n`;
  oniceconnectionstatechange = () => {};
  channel = {
    options: null as unknown,
    readyState: 'connecting',
    bufferedAmount: 0,
    binaryType: 'blob',
    sent: [] as Uint8Array[],
    onopen: () => {},
    onclose: () => {},
    onmessage: (_: { data: unknown }) => {},
    send: (bytes: Uint8Array) => void this.channel.sent.push(bytes),
  };
  constructor() {
    FakeConnection.last = this;
  }
  createDataChannel(_: string, options: unknown) {
    this.channel.options = options;
    return this.channel;
  }
  createOffer = async () => ({ type: 'offer', sdp: this.sdp });
  setLocalDescription = async () => {};
  setRemoteDescription = async ({ sdp }: { sdp: string }) => {
    this.answer = sdp;
  };
  close() {
    this.closed = true;
  }
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('RTCPeerConnection', FakeConnection);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function open(reason?: Refusal) {
  const asked: DataRequest[] = [];
  const heard: number[][] = [];
  let lost = 0;
  const opening = openDataChannel(
    async (request) => {
      asked.push(request);
      return reason ? refuse(reason) : { ok: true, result: OFFER };
    },
    {
      message: (bytes) => heard.push([...bytes]),
      lost: () => {
        lost += 1;
      },
    },
  );
  return { opening, asked, heard, lost: () => lost };
}

async function opened() {
  const attempt = open();
  await settle();
  const { last: connection } = FakeConnection;
  connection.channel.readyState = 'open';
  connection.channel.onopen();
  const result = await attempt.opening;
  if (!result.ok) throw new Error('Expected a channel.');
  return { ...attempt, connection, channel: result.channel };
}

test('[DP1] one round trip: the certificate is asked with, the answer is made of what comes back', async () => {
  const { asked, connection } = await opened();
  expect(asked).toEqual([
    {
      type: 'data.open',
      dtlsParameters: { role: 'client', fingerprints: [{ algorithm: 'sha-256', value: HASH.toUpperCase() }] },
    },
  ]);
  expect(connection.channel.options).toEqual({ negotiated: true, id: 0, ordered: false, maxRetransmits: 0 });
  expect(connection.answer).toContain('a=candidate:udp 1 udp 1 10.0.0.1 44399 typ host');
});

test('[DP1] bytes pass both ways; what would only wait is not sent', async () => {
  const { channel, connection, heard } = await opened();
  expect(channel.send(Uint8Array.of(1))).toBe(true);
  connection.channel.bufferedAmount = 10_000;
  expect(channel.send(Uint8Array.of(2))).toBe(false);
  connection.channel.onmessage({ data: Uint8Array.of(3).buffer });
  connection.channel.onmessage({ data: 'text' });
  expect([connection.channel.sent, heard]).toEqual([[Uint8Array.of(1)], [[3]]]);
  connection.channel.bufferedAmount = 0;
  connection.channel.send = () => {
    throw new Error('NetworkError');
  };
  expect(channel.send(Uint8Array.of(2))).toBe(false);
});

test('[DP5] a loss is told once, an own end never', async () => {
  const one = await opened();
  one.connection.iceConnectionState = 'failed';
  one.connection.oniceconnectionstatechange();
  one.connection.channel.onclose();
  expect([one.lost(), one.connection.closed]).toEqual([1, true]);
  const two = await opened();
  two.channel.close();
  two.connection.channel.onclose();
  expect([two.lost(), two.connection.closed]).toEqual([0, true]);
});

test.each([
  ['media/unavailable', true],
  ['too-many-requests', true],
  ['not-allowed', false],
  ['unknown-event', false],
] as const)('[DP2] refused %s: again? %s', async (reason, again) => {
  expect(await open(reason).opening).toEqual({ ok: false, again });
  expect(FakeConnection.last.closed).toBe(true);
});

test('[DP1] where UDP is blocked it gives up after 15 s', async () => {
  const { opening } = open();
  await settle();
  await vi.advanceTimersByTimeAsync(15_000);
  expect(await opening).toEqual({ ok: false, again: true });
  expect(FakeConnection.last.closed).toBe(true);
});

test('[DP1] a browser whose WebRTC is switched off throws nothing at the child', async () => {
  vi.stubGlobal('RTCPeerConnection', function broken() {
    throw new Error('disabled by policy');
  });
  expect(await open().opening).toEqual({ ok: false, again: true });
});
