import { useEffect, useState } from 'react';

type Devices = Readonly<Record<MediaDeviceKind, readonly MediaDeviceInfo[]>>;

const NONE: Devices = { videoinput: [], audioinput: [], audiooutput: [] };

/** The devices of this computer; asked again when one is plugged in and when `permissions` changes, which brings their names. */
export function useDevices(permissions: string): Devices {
  const [devices, setDevices] = useState(NONE);
  // biome-ignore lint/correctness/useExhaustiveDependencies: with a permission the same question has a fuller answer.
  useEffect(() => {
    const media = navigator.mediaDevices;
    if (!media?.enumerateDevices) return;
    const ask = async () => {
      const named = (await media.enumerateDevices()).filter(({ label, deviceId }) => label !== '' && deviceId !== '');
      const of = (kind: MediaDeviceKind) => named.filter((device) => device.kind === kind);
      setDevices({ videoinput: of('videoinput'), audioinput: of('audioinput'), audiooutput: of('audiooutput') });
    };
    void ask();
    media.addEventListener('devicechange', ask);
    return () => media.removeEventListener('devicechange', ask);
  }, [permissions]);
  return devices;
}
