import { createServer } from 'node:net';

/**
 * Why this TCP port cannot be listened on, as a plain sentence; undefined where it can.
 * @param {number} port @param {string} advice  what changes it, as "--http-port N"
 * @returns {Promise<string | undefined>}
 */
export function portInUse(port, advice) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', (/** @type {NodeJS.ErrnoException} */ error) => {
      if (error.code === 'EADDRINUSE')
        resolve(
          `Port ${port} is already in use, perhaps by a Tongke that still runs. Stop that program, or choose another port with ${advice}.`,
        );
      else if (error.code === 'EACCES')
        resolve(`This user may not listen on port ${port}. Choose one above 1023 with ${advice}.`);
      else resolve(`Port ${port} cannot be used (${error.message}). Choose another with ${advice}.`);
    });
    probe.listen(port, () => probe.close(() => resolve(undefined)));
  });
}
