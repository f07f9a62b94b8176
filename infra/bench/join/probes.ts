declare global {
  interface Window {
    tongkeBench: {
      /** Epoch ms of the last press of a button. */
      pressedAt: number;
      /** Epoch ms at which each remote video element painted its first frame. */
      readonly firstFrames: number[];
    };
  }
}

/** Runs inside every page before its own code, behind the probe of the browser tests: clocks of presses and of first frames. */
export function installClocks(): void {
  const bench: Window['tongkeBench'] = { pressedAt: 0, firstFrames: [] };
  window.tongkeBench = bench;
  const noteClick = ({ timeStamp }: Event) => {
    bench.pressedAt = performance.timeOrigin + timeStamp;
  };
  addEventListener('click', noteClick, true);
  const own = Object.getOwnPropertyDescriptor(HTMLMediaElement.prototype, 'srcObject');
  Object.defineProperty(HTMLMediaElement.prototype, 'srcObject', {
    ...own,
    set(this: HTMLMediaElement, stream: MediaStream | null) {
      own?.set?.call(this, stream);
      const [track] = stream?.getVideoTracks() ?? [];
      // A preview of the own camera is no frame from afar.
      if (!(this instanceof HTMLVideoElement) || !track || !window.tongkeProbe.remote.includes(track)) return;
      this.requestVideoFrameCallback((_, { expectedDisplayTime }) => {
        bench.firstFrames.push(performance.timeOrigin + Math.max(performance.now(), expectedDisplayTime));
      });
    },
  });
}
