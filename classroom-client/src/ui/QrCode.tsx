import { create } from 'qrcode';
import { useMemo } from 'react';

interface Props {
  readonly text: string;
  /** Said to who cannot see it. */
  readonly label: string;
  readonly className?: string | undefined;
}

/** A QR code as a picture that scales: always dark on white, with its quiet zone, whatever the look. */
export function QrCode({ text, label, className }: Props) {
  const { path, size } = useMemo(() => drawQr(text), [text]);
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      className={className}
    >
      <rect width={size} height={size} fill="var(--note)" />
      <path d={path} fill="var(--on-note)" />
    </svg>
  );
}

const QUIET = 4;

function drawQr(text: string): { readonly path: string; readonly size: number } {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  let path = '';
  for (let y = 0; y < modules.size; y++) {
    for (let x = 0; x < modules.size; x++) if (modules.get(y, x)) path += `M${x + QUIET} ${y + QUIET}h1v1h-1z`;
  }
  return { path, size: modules.size + 2 * QUIET };
}
