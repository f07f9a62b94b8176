/** Another program, or a worker that has not gone yet, holds the media port. */
export class MediaPortInUse extends Error {
  readonly port: number;

  constructor(port: number) {
    super(`Media port ${port} is in use.`);
    this.name = 'MediaPortInUse';
    this.port = port;
  }
}
