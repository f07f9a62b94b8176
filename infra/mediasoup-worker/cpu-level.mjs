import { readFileSync } from 'node:fs';

/** What the x86-64 psABI asks of a processor at level 3, in the words of /proc/cpuinfo. */
const LEVEL_3 = ['avx', 'avx2', 'bmi1', 'bmi2', 'f16c', 'fma', 'abm', 'movbe', 'xsave'];

/**
 * The instruction set that a local build may use: `x86-64-v3` where the processor has it, else `baseline`.
 * @param {string} [cpuinfo]  contents of /proc/cpuinfo
 */
export function cpuLevel(cpuinfo = readCpuinfo()) {
  const flags = new Set(/^flags\s*:(.*)$/m.exec(cpuinfo)?.[1]?.trim().split(' ') ?? []);
  return LEVEL_3.every((flag) => flags.has(flag)) ? 'x86-64-v3' : 'baseline';
}

function readCpuinfo() {
  try {
    return readFileSync('/proc/cpuinfo', 'utf8');
  } catch {
    return '';
  }
}
