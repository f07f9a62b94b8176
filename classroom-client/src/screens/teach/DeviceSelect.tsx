import { useId } from 'react';
import { useT } from '../../i18n/use-t.ts';
import css from './DeviceCheck.module.css';

interface Props {
  readonly label: string;
  readonly devices: readonly MediaDeviceInfo[];
  readonly value: string | null;
  readonly onChange: (deviceId: string | null) => void;
}

/** One device of a kind, or the browser's own choice; nothing where there is nothing to choose. */
export function DeviceSelect({ label, devices, value, onChange }: Props) {
  const t = useT();
  const id = useId();
  if (devices.length === 0) return null;
  const known = devices.some(({ deviceId }) => deviceId === value);
  return (
    <div className={css.select}>
      <label htmlFor={id}>{label}</label>
      <select id={id} value={known && value ? value : ''} onChange={({ target }) => onChange(target.value || null)}>
        <option value="">{t('teach.deviceAuto')}</option>
        {devices.map((device) => (
          <option key={device.deviceId} value={device.deviceId}>
            {device.label}
          </option>
        ))}
      </select>
    </div>
  );
}
