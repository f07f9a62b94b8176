/** What the probe holds inside a page: connections and channels to the server, and none between a board and its tablets. */
interface Probe {
  readonly connections: RTCPeerConnection[];
  readonly channels: RTCDataChannel[];
  readonly remote: MediaStreamTrack[];
  readonly captured: MediaStreamTrack[];
  /** Whether a track of this id only measures a link [WL11]: the beacon, and what probes. */
  measures(trackId: string | undefined): boolean;
}
declare global {
  interface Window {
    tongkeProbe: Probe;
  }
}

/** Runs inside every page before its own code: remembers peer connections, remote tracks and captured ones, whatever the page does with them. */
export function installProbe(): void {
  const probe: Probe = {
    connections: [],
    channels: [],
    remote: [],
    captured: [],
    measures: (trackId) => trackId === 'beacon' || trackId === 'probator',
  };
  window.tongkeProbe = probe;
  const Native = window.RTCPeerConnection;
  window.RTCPeerConnection = class extends Native {
    constructor(configuration?: RTCConfiguration) {
      super(configuration);
      probe.connections.push(this);
      const create = this.createDataChannel.bind(this);
      this.createDataChannel = (label, options) => {
        const channel = create(label, options);
        if (label === 'direct') {
          probe.connections.splice(probe.connections.indexOf(this), 1);
          return channel;
        }
        probe.channels.push(channel);
        return channel;
      };
      this.addEventListener('track', ({ track }) => probe.remote.push(track));
    }
  };
  // Absent on plain HTTP.
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  const capture = devices?.getUserMedia.bind(devices);
  if (!devices || !capture) return;
  devices.getUserMedia = async (wanted) => {
    const stream = await capture(wanted);
    probe.captured.push(...stream.getTracks());
    return stream;
  };
}

/** Runs inside a page: reads the timecode of the largest playing video; null while there is none. */
export function readTimecode(): number | null {
  const videos = [...document.querySelectorAll('video')].filter((video) => video.videoWidth > 0);
  const largest = videos.sort((a, b) => b.clientWidth * b.clientHeight - a.clientWidth * a.clientHeight)[0];
  if (!largest) return null;
  const canvas = document.createElement('canvas');
  canvas.width = 16;
  canvas.height = 1;
  const context = canvas.getContext('2d');
  if (!context) return null;
  const { videoWidth, videoHeight } = largest;
  context.imageSmoothingQuality = 'high';
  context.drawImage(largest, 0, videoHeight * 0.03, videoWidth, videoHeight * 0.1, 0, 0, 16, 1);
  const { data } = context.getImageData(0, 0, 16, 1);
  const bits = Array.from({ length: 16 }, (_, column) => ((data[column * 4] ?? 0) > 128 ? 1 : 0));
  if (bits[0] !== 1 || bits[15] !== 0) return null;
  return bits.slice(1, 15).reduce<number>((code, bit, place) => code + bit * 2 ** place, 0);
}

/**
 * Runs inside a page: listens for so long to the voices that come in and are played, and answers for each pitch (Hz) the share of moments at
 * which a beep of it stood out in one of them.
 */
export async function listen({ ms, pitches }: { ms: number; pitches: readonly number[] }): Promise<number[]> {
  const audio = new AudioContext();
  const playing = [...document.querySelectorAll('audio')]
    .filter(({ paused, muted, volume }) => !paused && !muted && volume > 0)
    .flatMap(({ srcObject }) => (srcObject instanceof MediaStream ? srcObject.getAudioTracks() : []));
  const voices = playing
    .filter((track) => track.readyState === 'live' && window.tongkeProbe.remote.includes(track))
    .map((track) => {
      const analyser = audio.createAnalyser();
      analyser.fftSize = 4096;
      analyser.smoothingTimeConstant = 0;
      audio.createMediaStreamSource(new MediaStream([track])).connect(analyser);
      return { analyser, beeps: pitches.map(() => 0) };
    });
  await audio.resume();
  const bins = new Float32Array(2048);
  const hertz = audio.sampleRate / 4096;
  const around = (pitch: number, from: number, to: number) =>
    [...bins.subarray(Math.round((pitch + from) / hertz), Math.round((pitch + to) / hertz) + 1)].sort((a, b) => a - b);
  /** In dB over the median of its neighbourhood. */
  const standsOut = (pitch: number) => {
    const near = [...around(pitch, -500, -100), ...around(pitch, 100, 500)].sort((a, b) => a - b);
    return (around(pitch, -25, 25).at(-1) ?? 0) - (near[near.length >> 1] ?? 0);
  };
  let moments = 0;
  for (const until = performance.now() + ms; performance.now() < until; moments += 1) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    for (const { analyser, beeps } of voices) {
      analyser.getFloatFrequencyData(bins);
      pitches.forEach((pitch, index) => {
        // Silence has all its bins at the bottom, or at minus infinity.
        const loud = (around(pitch, -25, 25).at(-1) ?? -200) > -80;
        if (loud && standsOut(pitch) > 25) beeps[index] = (beeps[index] ?? 0) + 1;
      });
    }
  }
  await audio.close();
  return pitches.map((_, index) => Math.max(0, ...voices.map(({ beeps }) => (beeps[index] ?? 0) / moments)));
}

/** Runs inside a page: packets that arrived and left, summed over all connections; what measures a link [WL11] left out. */
export async function countPackets(): Promise<{
  audioIn: number;
  videoIn: number;
  audioOut: number;
  videoOut: number;
  concealed: number;
}> {
  const total = { audioIn: 0, videoIn: 0, audioOut: 0, videoOut: 0, concealed: 0 };
  for (const connection of window.tongkeProbe.connections) {
    if (connection.connectionState === 'closed') continue;
    const report = await connection.getStats();
    report.forEach((entry) => {
      if (entry.type === 'inbound-rtp' && entry.kind === 'audio') {
        total.audioIn += entry.packetsReceived ?? 0;
        total.concealed += entry.concealedSamples ?? 0;
      }
      const measures = window.tongkeProbe.measures(entry.trackIdentifier);
      if (entry.type === 'inbound-rtp' && entry.kind === 'video' && !measures)
        total.videoIn += entry.packetsReceived ?? 0;
      if (entry.type === 'outbound-rtp' && entry.kind === 'audio') total.audioOut += entry.packetsSent ?? 0;
      if (entry.type === 'outbound-rtp' && entry.kind === 'video') total.videoOut += entry.packetsSent ?? 0;
    });
  }
  return total;
}
