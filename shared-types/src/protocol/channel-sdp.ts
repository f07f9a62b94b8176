/** One end of a connection that carries a data channel and nothing else. */
export interface ChannelEnd {
  readonly ice: { readonly usernameFragment: string; readonly password: string };
  readonly candidates: readonly ChannelCandidate[];
  readonly fingerprint: { readonly algorithm: string; readonly value: string };
}

export interface ChannelCandidate {
  readonly foundation: string;
  readonly priority: number;
  readonly address: string;
  readonly port: number;
}

interface Session {
  /** Of the offer that this answers. */
  readonly mid?: string | undefined;
  readonly setup: 'actpass' | 'active' | 'passive';
  /** The end that only waits to be called. */
  readonly lite?: boolean;
  readonly sctpPort?: number;
  /** The longest message that this end takes, in bytes. */
  readonly mostBytes: number;
}

/** The session description of an end (RFC 8841, RFC 8839): UDP, one data channel, no media whatever the end has said. */
export function channelSdp({ ice, candidates, fingerprint }: ChannelEnd, session: Session): string {
  const { mid = '0', setup, lite = false, sctpPort = 5000, mostBytes } = session;
  const lines = [
    'v=0',
    'o=- 1 1 IN IP4 0.0.0.0',
    's=-',
    't=0 0',
    ...(lite ? ['a=ice-lite'] : []),
    `a=group:BUNDLE ${mid}`,
    'm=application 9 UDP/DTLS/SCTP webrtc-datachannel',
    'c=IN IP4 0.0.0.0',
    `a=mid:${mid}`,
    `a=ice-ufrag:${ice.usernameFragment}`,
    `a=ice-pwd:${ice.password}`,
    `a=fingerprint:${fingerprint.algorithm} ${fingerprint.value}`,
    `a=setup:${setup}`,
    `a=sctp-port:${sctpPort}`,
    `a=max-message-size:${mostBytes}`,
    ...candidates.map(
      ({ foundation, priority, address, port }) =>
        `a=candidate:${foundation} 1 udp ${priority} ${address} ${port} typ host`,
    ),
    'a=end-of-candidates',
  ];
  return `${lines.join('\r\n')}\r\n`;
}

/** The name of the channel's section in an offer. */
export function midOf(offerSdp: string): string | undefined {
  return /^a=mid:(\S+)/m.exec(offerSdp)?.[1];
}
