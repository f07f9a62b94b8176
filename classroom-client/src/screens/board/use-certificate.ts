import type { Addresses } from '@tongke/shared-types';
import { useEffect, useState } from 'react';

/**
 * Where a phone that warns finds the school's own certificate: over plain HTTP, by the host that tablets use. Null where
 * browsers know the server's certificate, or while that is not known yet.
 */
export function useCertificate(addresses: Addresses | null): string | null {
  const [own, setOwn] = useState(false);
  useEffect(() => {
    let here = true;
    fetch('/ca.crt', { method: 'HEAD', cache: 'no-store' }).then(
      ({ ok }) => here && setOwn(ok),
      () => undefined,
    );
    return () => {
      here = false;
    };
  }, []);
  if (!own || !addresses?.join.startsWith('http://')) return null;
  return new URL('/ca.crt', addresses.join).href;
}
