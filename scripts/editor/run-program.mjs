import { spawn } from 'node:child_process';

/**
 * Runs a program to its end and gives its output. Rejects with the last lines it wrote when it
 * fails, so that the reason stands in the message.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, shell?: boolean }} [options]
 * @returns {Promise<string>}
 */
export function runProgram(program, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const collect = (/** @type {Buffer} */ chunk) => {
      output += chunk;
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.on('error', reject);
    child.on('close', (code, signal) => {
      if (code === 0) resolve(output);
      else reject(new Error(failure([program, ...args].join(' '), signal ?? code, output)));
    });
  });
}

/**
 * @param {string} command
 * @param {string | number | null} ending
 * @param {string} output
 */
function failure(command, ending, output) {
  const tail = output.trimEnd().split('\n').slice(-30).join('\n');
  return `\`${command}\` ended with ${ending}. Its last lines:\n${tail}`;
}
