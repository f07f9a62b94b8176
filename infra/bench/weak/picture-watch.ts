/** What the tallest received picture did since the look before: its height in lines, 0 where no frame came, and how many frames were decoded. */
export type PictureLook = readonly [at: number, height: number, frames: number];

declare global {
  interface Window {
    tongkePicture: PictureLook[];
  }
}

/** Runs inside a page: ten times a second it looks at the pictures that are received. */
export function watchPicture(): void {
  window.tongkePicture = [];
  const counted = new Map<string, number>();
  const look = async () => {
    let [height, frames] = [0, 0];
    for (const [index, connection] of window.tongkeProbe.connections.entries()) {
      if (connection.connectionState === 'closed') continue;
      (await connection.getStats()).forEach((entry) => {
        if (entry.type !== 'inbound-rtp' || entry.kind !== 'video') return;
        if (window.tongkeProbe.measures(entry.trackIdentifier)) return;
        const decoded = entry.framesDecoded ?? 0;
        const stream = `${index} ${entry.id}`;
        const fresh = decoded - (counted.get(stream) ?? 0);
        counted.set(stream, decoded);
        if (fresh <= 0 || (entry.frameHeight ?? 0) <= height) return;
        height = entry.frameHeight ?? 0;
        frames = fresh;
      });
    }
    window.tongkePicture.push([performance.timeOrigin + performance.now(), height, frames]);
    setTimeout(look, 100);
  };
  void look();
}
