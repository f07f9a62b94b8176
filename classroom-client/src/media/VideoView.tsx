import { useEffect, useRef } from 'react';

interface Props {
  readonly track: MediaStreamTrack;
  /** Who or what is seen, for those who cannot see it. */
  readonly label: string;
  /** As in a mirror: for one's own camera only. */
  readonly mirrored?: boolean;
  /** How wide it is shown, in device pixels, whenever that changes. */
  readonly onWidth?: ((pixels: number) => void) | undefined;
  readonly className?: string | undefined;
}

/** Shows one video track; sound is played elsewhere. */
export function VideoView({ track, label, mirrored = false, onWidth, className }: Props) {
  const video = useRef<HTMLVideoElement>(null);
  const report = useRef(onWidth);
  report.current = onWidth;

  useEffect(() => {
    const element = video.current;
    if (!element) return;
    element.srcObject = new MediaStream([track]);
    element.play().catch(() => undefined);
    return () => {
      element.srcObject = null;
    };
  }, [track]);

  useEffect(() => {
    const element = video.current;
    if (!element || typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(() => report.current?.(element.clientWidth * devicePixelRatio));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  return (
    <video
      ref={video}
      muted
      playsInline
      autoPlay
      aria-label={label}
      className={className}
      style={mirrored ? { transform: 'scaleX(-1)' } : undefined}
    />
  );
}
