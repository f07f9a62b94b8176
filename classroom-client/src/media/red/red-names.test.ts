import type { RtpCapabilities, RtpParameters } from '@tongke/shared-types';
import { describe, expect, test } from 'vitest';
import { browserForRouter, offerForBrowser, routerForBrowser, sendingForRouter } from './red-names.ts';

const rtcpFeedback = [{ type: 'nack' }, { type: 'transport-cc' }];
const OPUS = {
  kind: 'audio',
  mimeType: 'audio/opus',
  preferredPayloadType: 100,
  clockRate: 48_000,
  channels: 2,
} as const;
const CARRIER = {
  kind: 'audio',
  mimeType: 'audio/multiopus',
  preferredPayloadType: 101,
  clockRate: 48_000,
  channels: 4,
  parameters: { channel_mapping: '0,1,2,3', num_streams: 2, coupled_streams: 2, useinbandfec: 1 },
  rtcpFeedback,
} as const;
const ROUTER = { codecs: [OPUS, CARRIER], headerExtensions: [] } as unknown as RtpCapabilities;
const RED = { ...CARRIER, mimeType: 'audio/red', channels: 2, parameters: {} } as const;
const parameters = (codec: object): RtpParameters => ({ codecs: [codec as never], encodings: [{ ssrc: 1 }] });

describe('[VO4] redundant audio under a name that the SFU forwards', () => {
  test('the browser knows it as RED, the SFU as its carrier, in both directions', () => {
    const browser = routerForBrowser(ROUTER);
    expect(browser.codecs).toEqual([OPUS, RED]);
    expect(browserForRouter(browser, ROUTER)).toEqual(ROUTER);
    // A browser without RED is not offered it.
    expect(browserForRouter({ codecs: [OPUS] as never }, ROUTER).codecs).toEqual([OPUS]);
    expect(browserForRouter(browser, { codecs: [OPUS] as never }).codecs).toEqual([OPUS]);
  });

  test('an offer in the carrier’s name is RED around Opus; any other stays as it is', () => {
    const offer = parameters({
      mimeType: 'audio/multiopus',
      payloadType: 101,
      clockRate: 48_000,
      channels: 4,
      rtcpFeedback,
    });
    expect(offerForBrowser(offer)).toMatchObject({
      encodings: [{ ssrc: 1 }],
      codecs: [
        { mimeType: 'audio/red', payloadType: 101, channels: 2, parameters: { '': '111/111' }, rtcpFeedback },
        { mimeType: 'audio/opus', payloadType: 111, channels: 2, rtcpFeedback },
      ],
    });
    const plain = parameters({ mimeType: 'audio/opus', payloadType: 100, clockRate: 48_000, channels: 2 });
    expect(offerForBrowser(plain)).toBe(plain);
  });

  test('what leaves as RED is announced in the carrier’s name, with the payload type it has', () => {
    const sending = parameters({
      mimeType: 'audio/opus',
      payloadType: 111,
      clockRate: 48_000,
      channels: 2,
      rtcpFeedback,
    });
    expect(sendingForRouter(sending).codecs).toEqual([
      {
        mimeType: CARRIER.mimeType,
        payloadType: 111,
        clockRate: 48_000,
        channels: 4,
        parameters: CARRIER.parameters,
        rtcpFeedback,
      },
    ]);
  });
});
