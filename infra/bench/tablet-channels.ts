import { readFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { ControlClient, DataPeer } from '@tongke/sfu-server/testing';
import { freePorts } from '../e2e/support/free-ports.ts';
import { spawnServer } from '../e2e/support/spawn-server.ts';
import { childrenOf, processCpuUs } from './process-cpu.ts';

/** What tablets' data channels cost the server, idle and with one message each way every 5 s, as CLOSING.md tells it. */
const TABLETS = Number(process.argv[2] ?? 500);
const AT_ONCE = 10;
const SETTLE_MS = 10_000;
const MEASURE_MS = 30_000;
const CALIBRATION_MS = 5_000;

const secret = 'a secret for this bench alone';
const [port = 0] = await freePorts(1);
const env = { TONGKE_SFU_SECRET: secret, TONGKE_SFU_PORT: String(port), TONGKE_LOG: 'warn' };
const ports = { TONGKE_MEDIA_PORT: '0', TONGKE_TABLET_PORT: '0', TONGKE_WORKERS: '1' };
const sfu = await spawnServer('sfu-server', { ...env, ...ports });
// The tablets' worker starts after the media's.
const worker = Math.max(...childrenOf(sfu.pid));
const client = await ControlClient.connect(`http://127.0.0.1:${port}`);
await client.must({ type: 'attach', secret });

const peers: DataPeer[] = [];
const channels: number[] = [];
const empty = { worker: residentBytes(worker), server: residentBytes(sfu.pid) };
const cpuBefore = processCpuUs(worker);
for (let first = 0; first < TABLETS; first += AT_ONCE)
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, TABLETS - first) }, (_, index) => open(first + index)));
const perHandshakeUs = (processCpuUs(worker) - cpuBefore) / TABLETS;
await pause(SETTLE_MS);
const memory = {
  worker: (residentBytes(worker) - empty.worker) / TABLETS,
  server: (residentBytes(sfu.pid) - empty.server) / TABLETS,
};
const idle = await cpuShare();
let sent = 0;
const talk = setInterval(() => {
  sent += TABLETS;
  for (const channel of channels) client.datagram(channel, new Uint8Array(12));
  for (const peer of peers) peer.send(new Uint8Array(12));
}, CALIBRATION_MS);
const arrivedBefore = client.datagrams.length;
const calibrating = await cpuShare();
clearInterval(talk);
await pause(1_000);
const arrived = client.datagrams.length - arrivedBefore;
const received = peers.reduce((sum, peer) => sum + peer.received.length, 0);
console.log(
  JSON.stringify(
    {
      name: 'tablet-channels',
      tablets: TABLETS,
      load: loadavg()[0],
      openInPlace: peers.filter(({ open: is }) => is).length,
      residentBytesPerTablet: memory,
      workerUsPerOpening: perHandshakeUs,
      idleCoreShare: idle,
      calibratingCoreShare: calibrating,
      messagesEachWay: { sent, arrived, received },
    },
    null,
    2,
  ),
);
client.close();
await sfu.kill('SIGTERM');
process.exit(0);

async function open(index: number): Promise<void> {
  const peer = new DataPeer();
  const dtlsParameters = await peer.certificate();
  const of = { lessonId: 'L1', epoch: 1, seatId: `s${index}`, holder: `d${index}` };
  const { channel, offer } = await client.must({ type: 'data.open', ...of, dtlsParameters });
  await peer.connect(offer, 60_000);
  peers.push(peer);
  channels.push(channel);
}

/** Of one core, over the measured time. */
async function cpuShare(): Promise<{ worker: number; server: number }> {
  const before = [processCpuUs(worker), processCpuUs(sfu.pid)] as const;
  await pause(MEASURE_MS);
  const share = (pid: number, since: number) => (processCpuUs(pid) - since) / 1_000 / MEASURE_MS;
  return { worker: share(worker, before[0]), server: share(sfu.pid, before[1]) };
}

function residentBytes(pid: number): number {
  return Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) * 1024;
}
