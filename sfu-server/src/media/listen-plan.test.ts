import { describe, expect, test } from 'vitest';
import { listenPlan } from './listen-plan.ts';

const own = ['127.0.0.1', '192.168.1.5', '10.8.0.2'];

describe('where workers listen', () => {
  test('each address of this machine gets its own socket', () => {
    const plan = listenPlan(['127.0.0.1', '192.168.1.5'], own);
    expect(plan?.listen).toEqual(['127.0.0.1', '192.168.1.5']);
    expect(plan?.announce.get('192.168.1.5')).toEqual(['192.168.1.5']);
  });

  test('a router’s public address is told beside the address it forwards to', () => {
    const plan = listenPlan(['127.0.0.1', '192.168.1.5', '203.0.113.9'], own);
    expect(plan?.announce.get('192.168.1.5')).toEqual(['192.168.1.5', '203.0.113.9']);
    expect(plan?.listen).toEqual(['127.0.0.1', '192.168.1.5']);
  });

  test('a public address alone hides the one behind it', () => {
    const plan = listenPlan(['203.0.113.9'], own);
    expect(plan?.listen).toEqual(['192.168.1.5']);
    expect(plan?.announce.get('192.168.1.5')).toEqual(['203.0.113.9']);
  });

  test('an address that something else stands at is told in the place of the one that listens', () => {
    const plan = listenPlan(['127.0.0.2=127.0.0.1', '192.168.1.5'], own);
    expect(plan?.listen).toEqual(['192.168.1.5', '127.0.0.2']);
    expect(plan?.announce.get('127.0.0.2')).toEqual(['127.0.0.1']);
    expect(listenPlan(['203.0.113.9=127.0.0.1'], own)).toBeNull();
  });

  test('a machine without an outward address cannot stand for another one', () => {
    expect(listenPlan(['203.0.113.9'], ['127.0.0.1'])).toBeNull();
  });
});
