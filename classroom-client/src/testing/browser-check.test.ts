import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import check from '../../build/browser-check.js?raw';

/** Runs the check as a page does, in a browser that has what a test browser may lack. */
function runCheck(needs = ''): string {
  document.body.innerHTML = '<div id="root"></div>';
  const script = Object.assign(document.createElement('script'), { noModule: false });
  script.setAttribute('data-needs', needs);
  vi.spyOn(document, 'currentScript', 'get').mockReturnValue(script);
  new Function(check)();
  return document.getElementById('root')?.textContent ?? '';
}

beforeEach(() => void vi.stubGlobal('RTCPeerConnection', class {}));
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  delete window.tongkeTooOld;
});

test('a browser that has what the page needs sees nothing of the check', () => {
  expect(runCheck('media')).toBe('');
  expect(window.tongkeTooOld).toBeUndefined();
});

test('a browser that is too old is told so in both languages, with what to do', () => {
  vi.spyOn(Promise, 'any').mockImplementation(() => Promise.reject());
  Object.defineProperty(Promise, 'any', { value: undefined, configurable: true, writable: true });
  const said = runCheck();
  expect(said).toContain('请换用新版的 Chrome、Edge 或 Safari');
  expect(said).toContain('Please open this page in a newer');
  expect(window.tongkeTooOld).toBe(true);
});

test('pages with video need WebRTC, tablets do not', () => {
  vi.stubGlobal('RTCPeerConnection', undefined);
  expect(runCheck('')).toBe('');
  expect(runCheck('media')).toContain('这个浏览器太旧了');
});

test('the check itself speaks the oldest JavaScript', () => {
  expect(check).not.toMatch(/=>|\blet\b|\bconst\b|\?\.|`/);
});
