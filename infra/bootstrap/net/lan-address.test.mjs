import { describe, expect, it } from 'vitest';
import { defaultInterfaceIn } from './default-interface.mjs';
import { lanAddresses } from './lan-address.mjs';

const at = (address, internal = false) => [{ address, family: address.includes(':') ? 'IPv6' : 'IPv4', internal }];

describe('lanAddresses', () => {
  it('leaves out loopback, link-local and IPv6', () => {
    const interfaces = { lo: at('127.0.0.1', true), eth0: at('169.254.3.4'), eth1: at('fd00::2') };
    expect(lanAddresses(interfaces)).toEqual([]);
  });

  it('puts the default route first', () => {
    const interfaces = { eth0: at('10.0.0.5'), wlan0: at('192.168.1.7') };
    expect(lanAddresses(interfaces, 'wlan0')).toEqual(['192.168.1.7', '10.0.0.5']);
  });

  it('puts a real network before bridges and tunnels, even where the tunnel holds the default route', () => {
    const interfaces = { docker0: at('172.17.0.1'), tun0: at('10.8.0.2'), eth0: at('192.168.1.7') };
    expect(lanAddresses(interfaces, 'tun0')).toEqual(['192.168.1.7', '10.8.0.2', '172.17.0.1']);
  });

  it('puts a private address before a public one on the same footing', () => {
    const interfaces = { eth0: at('203.0.113.9'), eth1: at('172.31.0.9') };
    expect(lanAddresses(interfaces)).toEqual(['172.31.0.9', '203.0.113.9']);
  });
});

describe('defaultInterfaceIn', () => {
  const row = (name, destination, metric, mask) =>
    [name, destination, '0101A8C0', '0003', 0, 0, metric, mask, 0, 0, 0].join('\t');

  it('finds the default route with the lowest metric', () => {
    const table = [
      'Iface\tDestination',
      row('wlan0', '00000000', 600, '00000000'),
      row('eth0', '00000000', 100, '00000000'),
    ];
    expect(defaultInterfaceIn(table.join('\n'))).toBe('eth0');
  });

  it('finds none in an empty table', () => {
    expect(defaultInterfaceIn('Iface\tDestination\n')).toBeUndefined();
    expect(defaultInterfaceIn('')).toBeUndefined();
  });
});
