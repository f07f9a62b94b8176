/** What the probe holds inside a page. */
interface Probe {
  readonly connections: RTCPeerConnection[];
  readonly remote: MediaStreamTrack[];
  readonly captured: MediaStreamTrack[];
}
declare global {
  interface Window {
    tongkeProbe: Probe;
  }
}

/** Runs inside every page before its own code: remembers peer connections, remote tracks and captured ones, whatever the page does with them. */
export function installProbe(): void {
  const probe: Probe = { connections: [], remote: [], captured: [] };
  window.tongkeProbe = probe;
  const Native = window.RTCPeerConnection;
  window.RTCPeerConnection = class extends Native {
    constructor(configuration?: RTCConfiguration) {
      super(configuration);
      probe.connections.push(this);
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

/** Runs inside a page: the loudness (RMS, 0 to 1) of the newest live remote voice in steps of 50 ms, for so many ms. */
export async function listen(ms: number): Promise<number[]> {
  const audio = new AudioContext();
  const voices = window.tongkeProbe.remote.filter((track) => track.kind === 'audio' && track.readyState === 'live');
  const live = voices.slice(-1);
  const analyser = audio.createAnalyser();
  analyser.fftSize = 2048;
  for (const track of live) audio.createMediaStreamSource(new MediaStream([track])).connect(analyser);
  await audio.resume();
  const samples = new Float32Array(analyser.fftSize);
  const levels: number[] = [];
  await new Promise<void>((resolve) => {
    const timer = setInterval(() => {
      analyser.getFloatTimeDomainData(samples);
      levels.push(Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length));
      if (levels.length * 50 >= ms) {
        clearInterval(timer);
        resolve();
      }
    }, 50);
  });
  await audio.close();
  return levels;
}

/** Runs inside a page: packets that arrived and left, summed over all connections. */
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
      if (entry.type === 'inbound-rtp' && entry.kind === 'video') total.videoIn += entry.packetsReceived ?? 0;
      if (entry.type === 'outbound-rtp' && entry.kind === 'audio') total.audioOut += entry.packetsSent ?? 0;
      if (entry.type === 'outbound-rtp' && entry.kind === 'video') total.videoOut += entry.packetsSent ?? 0;
    });
  }
  return total;
}
