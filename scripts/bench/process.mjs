import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';

/**
 * Runs a program to its end; its output is counted and let go.
 * @param {string} program
 * @param {readonly string[]} args
 * @returns {Promise<import('./ours.mjs').Fared & { memory: number }>} `memory` is the most it held
 *   at once, in bytes; NaN where the system does not tell.
 */
export function runProcess(program, args) {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    let first = Number.NaN;
    let bytes = 0;
    let memory = Number.NaN;
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    // The last look before the end is the one that counts: the figure only grows.
    const look = setInterval(async () => {
      const status = await readFile(`/proc/${child.pid}/status`, 'utf8').catch(() => '');
      const peak = /^VmHWM:\s+(\d+) kB/m.exec(status)?.[1];
      if (peak !== undefined) memory = Number(peak) * 1024;
    }, 20);
    child.stdout.on('data', (/** @type {Buffer} */ chunk) => {
      if (bytes === 0) first = performance.now() - start;
      bytes += chunk.length;
    });
    child.on('error', reject);
    child.on('close', () => {
      clearInterval(look);
      resolve({ first, whole: performance.now() - start, bytes, memory });
    });
  });
}
