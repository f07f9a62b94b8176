import { useEffect, useState } from 'react';

/** The server's clock as a value that moves while `running`; 5 times a second is enough for whole seconds. */
export function useNow(serverNow: () => number, running = true, everyMs = 200): number {
  const [now, setNow] = useState(serverNow);
  useEffect(() => {
    setNow(serverNow());
    if (!running) return;
    const timer = setInterval(() => setNow(serverNow()), everyMs);
    return () => clearInterval(timer);
  }, [serverNow, running, everyMs]);
  return now;
}
