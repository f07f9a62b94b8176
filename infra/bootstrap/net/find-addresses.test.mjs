import { describe, expect, it } from 'vitest';
import { findAddresses } from './find-addresses.mjs';

const at = (address, internal = false) => [{ address, family: 'IPv4', internal }];
const lo = at('127.0.0.1', true);

describe('findAddresses', () => {
  it('offers media on every network that pages are served on, bridges and tunnels left out', async () => {
    const interfaces = { lo, eth0: at('10.0.0.5'), wlan0: at('192.168.1.7'), docker0: at('172.17.0.1') };
    const { lan, media } = await findAddresses(undefined, interfaces);
    expect(lan).toHaveLength(3);
    expect(media[0]).toBe('127.0.0.1');
    expect(media.slice(1).sort()).toEqual(['10.0.0.5', '192.168.1.7']);
  });

  it('offers a tunnel where there is nothing else', async () => {
    expect(await findAddresses(undefined, { lo, wg0: at('10.8.0.2') })).toEqual({
      host: '10.8.0.2',
      lan: ['10.8.0.2'],
      media: ['127.0.0.1', '10.8.0.2'],
    });
  });

  it('adds the address that a given name stands for, once', async () => {
    const interfaces = { lo, eth0: at('192.168.1.7') };
    expect(await findAddresses('203.0.113.9', interfaces)).toEqual({
      host: '203.0.113.9',
      lan: ['192.168.1.7'],
      media: ['127.0.0.1', '192.168.1.7', '203.0.113.9'],
    });
    expect((await findAddresses('192.168.1.7', interfaces)).media).toEqual(['127.0.0.1', '192.168.1.7']);
  });

  it('is localhost on a machine without a network', async () => {
    expect(await findAddresses(undefined, { lo })).toEqual({ host: 'localhost', lan: [], media: ['127.0.0.1'] });
  });
});
