import { RED_CARRIER, type RtpCapabilities, type RtpParameters } from '@tongke/shared-types';

/** Opus inside RED, as every sender packs it and every receiver is told; no payload type that the SFU gives out. */
export const RED_OPUS = 111;

const RED = 'audio/red';
const isCarrier = ({ mimeType }: { readonly mimeType: string }) => mimeType === RED_CARRIER.mimeType;
const isRed = ({ mimeType }: { readonly mimeType: string }) => mimeType.toLowerCase() === RED;

/** The SFU's capabilities as a browser knows them: what stands for RED there is RED here. */
export function routerForBrowser(router: RtpCapabilities): RtpCapabilities {
  const codecs = (router.codecs ?? []).map((codec) =>
    isCarrier(codec) ? { ...codec, mimeType: RED, channels: 2, parameters: {} } : codec,
  );
  return { ...router, codecs };
}

/** What a browser can receive, as the SFU knows it. */
export function browserForRouter(browser: RtpCapabilities, router: RtpCapabilities): RtpCapabilities {
  const carrier = router.codecs?.find(isCarrier);
  const codecs = (browser.codecs ?? []).flatMap((codec) => (isRed(codec) ? (carrier ? [carrier] : []) : [codec]));
  return { ...browser, codecs };
}

/** What comes in the carrier's name is RED with Opus inside. */
export function offerForBrowser(offer: RtpParameters): RtpParameters {
  const [codec] = offer.codecs;
  if (!codec || !isCarrier(codec)) return offer;
  const { rtcpFeedback } = codec;
  const common = { clockRate: 48_000, channels: 2, ...(rtcpFeedback && { rtcpFeedback }) };
  // Without a name, as SDP writes what is no list of names and values.
  const inside = { '': `${RED_OPUS}/${RED_OPUS}` };
  return {
    ...offer,
    codecs: [
      { ...common, mimeType: RED, payloadType: codec.payloadType, parameters: inside },
      { ...common, mimeType: 'audio/opus', payloadType: RED_OPUS, parameters: { useinbandfec: 1, minptime: 10 } },
    ],
  };
}

/** Opus that leaves this browser inside RED goes in the carrier's name. */
export function sendingForRouter(sending: RtpParameters): RtpParameters {
  const codecs = sending.codecs.map((codec) =>
    codec.mimeType.toLowerCase() === 'audio/opus' ? { ...codec, ...RED_CARRIER } : codec,
  );
  return { ...sending, codecs };
}
