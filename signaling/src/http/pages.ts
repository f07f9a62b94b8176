import { join } from 'node:path';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { arrivalOf } from '../guard/arrival.ts';
import { isSecurePage } from '../guard/secure-page.ts';
import type { HttpDeps } from './http-deps.ts';
import { plainPage } from './plain-page.ts';
import { type PageKind, permissionsPolicy } from './security-headers.ts';

interface Page {
  readonly file: string;
  readonly staff: boolean;
  readonly devices: PageKind;
}

const staff = (file: string): Page => ({ file, staff: true, devices: 'other' });
const camera = (file: string): Page => ({ file, staff: true, devices: 'staff' });
const open = (file: string): Page => ({ file, staff: false, devices: 'other' });

/** Every address that a person may type or scan. */
const PAGES: Readonly<Record<string, Page>> = {
  '/': open('index.html'),
  '/teach': camera('teach.html'),
  '/board': camera('board.html'),
  '/screen': staff('screen.html'),
  '/admin': staff('admin.html'),
  '/setup': staff('setup.html'),
  '/invite': staff('setup.html'),
  '/sign-in': staff('setup.html'),
  '/pair': staff('pair.html'),
  '/assist': staff('assist.html'),
  '/test-device': open('test-device.html'),
  '/s': open('s.html'),
  '/s/:ticket': open('s.html'),
};

/** How a phone or laptop comes to trust this server's own authority, on the page that sends it to the secure address. */
const TRUST = {
  zh: '如果那个地址出现安全警告，先在这台设备上装一次本服务器的证书（在微信里请先选“在浏览器打开”）：安卓下载后到“设置”里搜“CA 证书”安装；iPhone、iPad 用 Safari 下载，在“设置”里安装描述文件，再到“通用 → 关于本机 → 证书信任设置”打开开关；Windows 双击文件，装到“本地计算机”的“受信任的根证书颁发机构”。',
  en: 'If that address warns you, install this server’s certificate once on this device (in WeChat, open this page in the browser first): Android: download it, then search the settings for “CA certificate”; iPhone, iPad: download it in Safari, install the profile in Settings, then switch it on in General → About → Certificate Trust Settings; Windows: double-click it and choose Local Machine, Trusted Root Certification Authorities.',
  link: '/ca.crt',
};

const IMMUTABLE = { maxAge: '365d', immutable: true };

/** The built pages and their assets; staff pages over plain HTTP become a sentence with the secure address. */
export function registerPages(
  app: FastifyInstance,
  { clientDir, staffOrigin, caFile }: Pick<HttpDeps, 'clientDir' | 'staffOrigin' | 'caFile'>,
): void {
  for (const [url, page] of Object.entries(PAGES)) {
    app.get(url, (request, reply) =>
      page.staff && !isSecurePage(arrivalOf(request.raw)) ? insecure(request, reply) : show(page, reply),
    );
  }
  app.get('/assets/*', (request, reply) => reply.sendFile(starOf(request), join(clientDir, 'assets'), IMMUTABLE));
  app.get('/:file(^[A-Za-z0-9_-]+\\.(?:svg|png|ico|webmanifest|txt)$)', (request, reply) => {
    const { file = '' } = request.params as { file?: string };
    return reply.sendFile(file, clientDir, { maxAge: '1h' });
  });

  app.get('/shell-worker.js', (_request, reply) => {
    reply.header('cache-control', 'no-cache');
    return reply.sendFile('shell-worker.js', clientDir, { cacheControl: false });
  });

  function show({ file, devices }: Page, reply: FastifyReply) {
    reply.header('permissions-policy', permissionsPolicy(devices));
    reply.header('cache-control', 'no-cache');
    return reply.sendFile(file, clientDir, { cacheControl: false });
  }

  /** The page's own path, never what stands in the fragment: that does not travel. */
  function insecure(request: FastifyRequest, reply: FastifyReply) {
    return reply
      .code(403)
      .type('text/html; charset=utf-8')
      .send(
        plainPage({
          zh: '这个页面要用摄像头或管理课堂，只能通过安全地址打开。请用下面的地址：',
          en: 'This page uses a camera or manages lessons, so it opens at the secure address only.',
          link: `${staffOrigin}${request.routeOptions.url ?? '/'}`,
          further: caFile === null ? undefined : TRUST,
        }),
      );
  }
}

function starOf(request: FastifyRequest): string {
  return (request.params as { '*'?: string })['*'] ?? '';
}
