declare global {
  interface Window {
    tongkePaints: {
      /** Epoch ms of the last key, and of the last touch of a pen or mouse. */
      pressedAt: number;
      /** The address of the page's picture that was painted last, and epoch ms of that. */
      picture: { url: string; at: number };
      /** How many strokes were ever painted at once, and epoch ms of the latest more. */
      strokes: { count: number; at: number };
    };
  }
}

/** Runs inside a page: notes keys and pens, and at which frame a page's picture and a stroke more were painted. */
export function watchPaints(): void {
  const paints: Window['tongkePaints'] = {
    pressedAt: 0,
    picture: { url: '', at: 0 },
    strokes: { count: 0, at: 0 },
  };
  window.tongkePaints = paints;
  const note = ({ timeStamp }: Event) => {
    paints.pressedAt = performance.timeOrigin + timeStamp;
  };
  for (const type of ['keydown', 'pointerdown']) addEventListener(type, note, true);
  const channel = new MessageChannel();
  const painted: (() => void)[] = [];
  channel.port1.onmessage = () => {
    for (const done of painted.splice(0)) done();
  };
  /** The first task behind a frame: what stood in the document has been painted. */
  const afterPaint = (done: () => void) => {
    requestAnimationFrame(() => {
      painted.push(done);
      channel.port2.postMessage(null);
    });
  };
  const now = () => performance.timeOrigin + performance.now();
  let url = '';
  let count = 0;
  const look = () => {
    const image = document.querySelector<HTMLImageElement>('[data-frame] img');
    if (image && image.src !== url) {
      const { src } = image;
      url = src;
      void image.decode().then(
        () => afterPaint(() => Object.assign(paints.picture, { url: src, at: now() })),
        () => undefined,
      );
    }
    const { length } = document.querySelectorAll('[data-page] path');
    if (length > count) afterPaint(() => Object.assign(paints.strokes, { count: length, at: now() }));
    count = length;
  };
  new MutationObserver(look).observe(document.body, {
    ...{ subtree: true, childList: true },
    ...{ attributes: true, attributeFilter: ['src'] },
  });
  look();
}
