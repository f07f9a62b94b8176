import type { HttpReply } from '@tongke/shared-types';

/** Posts a file and tells how much of it has left, from 0 to 1; `fetch` cannot. Null when no answer came. */
export function postFile<T extends object>(
  path: string,
  file: Blob,
  headers: Readonly<Record<string, string>>,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<HttpReply<T> | null> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    const abort = () => request.abort();
    const done = (answer: HttpReply<T> | null) => {
      signal.removeEventListener('abort', abort);
      resolve(answer);
    };
    request.open('POST', path);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.timeout = 60_000;
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onload = () => done(parse(request.responseText));
    request.onerror = request.ontimeout = request.onabort = () => done(null);
    signal.addEventListener('abort', abort);
    request.send(file);
  });
}

function parse<T extends object>(text: string): HttpReply<T> | null {
  try {
    return JSON.parse(text) as HttpReply<T>;
  } catch {
    return null;
  }
}
