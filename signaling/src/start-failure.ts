import type { Config } from './config.ts';
import { diskTrouble } from './store/store-unavailable.ts';

/** A plain sentence for whoever started the server: what is wrong and what to do. */
export function startFailure(error: unknown, { dataDir, httpPort, httpsPort, tls }: Config): string {
  const code = errorField(error, 'code');
  const reason = error instanceof Error ? error.message : String(error);
  if (code === 'EADDRINUSE') {
    const port = errorField(error, 'port') === httpsPort ? httpsPort : httpPort;
    const flag = port === httpsPort ? '--https-port' : '--http-port';
    return `Port ${port} is in use. Close the program that uses it, or choose another one with ${flag}.`;
  }
  if (code === 'EACCES' && errorField(error, 'syscall') === 'listen') {
    return `This user may not open port ${String(errorField(error, 'port'))}. Choose a port above 1023 with --http-port and --https-port.`;
  }
  if (tls && (errorField(error, 'path') === tls.certFile || errorField(error, 'path') === tls.keyFile)) {
    return `The certificate file ${String(errorField(error, 'path'))} cannot be read (${String(code)}). Check --cert and --key.`;
  }
  if (typeof code === 'string' && /^ERR_(OSSL|SSL|TLS)/.test(code)) {
    return `The certificate or its key is not usable (${reason}). Check --cert and --key: both are PEM files and belong together.`;
  }
  if (code === 'ENOSPC') return `The disk that holds ${dataDir} is full. Make room and start again.`;
  const trouble = diskTrouble(error);
  if (trouble !== null) return `The database in ${dataDir} cannot be opened: ${trouble}. Mend that and start again.`;
  if (typeof code === 'string' && /^E[A-Z]+$/.test(code)) {
    return `The folder ${dataDir} cannot be used (${reason}). Check --data.`;
  }
  return `The server does not start: ${reason}`;
}

function errorField(error: unknown, field: string): unknown {
  return typeof error === 'object' && error !== null ? (error as Record<string, unknown>)[field] : undefined;
}
