import assert from 'node:assert/strict';
import { window } from 'vscode';
import { LabError } from '../../src/core/lab-error';
import { Prompt } from '../../src/editor/prompt/prompt';
import { Terminals } from '../../src/editor/terminal/terminals';
import { connectionOf } from '../support/fake-connection';
import { FakeEngine } from '../support/fake-engine';
import { hostShellParser } from '../support/host-shell-parser';

const name = 'Container Labs';

/** A prompt in a real terminal, into which a test types. */
async function open(
  type: (send: (line: string) => Promise<void>, engine: FakeEngine) => Promise<void>,
) {
  const engine = new FakeEngine();
  const labels: unknown[] = [];
  engine.onExecute = async (_request, _streams, options) => {
    labels.push(options.labels);
    return undefined;
  };
  const terminals = new Terminals();
  const ran: string[] = [];
  const prompt = new Prompt({
    engine: { connection: async () => connectionOf(engine) },
    terminals,
    shell: {
      run: async (text) => {
        ran.push(text);
        return 0;
      },
    },
    loadShell: hostShellParser,
  });
  const left = prompt.open({ lesson: 'intro/ports', workingDirectory: '/' });
  const send = async (line: string) => {
    while (!terminals.isBusy('prompt/intro/ports')) await pause();
    await pause();
    window.terminals.findLast((terminal) => terminal.name === name)?.sendText(line);
    await pause();
  };
  try {
    await type(send, engine);
    await left;
    return { asked: engine.requests.map(({ kind }) => kind), labels, ran };
  } finally {
    terminals.dispose();
  }
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 150));
}

describe('Prompt', () => {
  it('runs docker commands on the engine, with the label of the lesson, until exit', async () =>
    assert.deepEqual(
      await open(async (send) => {
        await send('docker ps');
        await send('docker images');
        await send('exit');
      }),
      {
        asked: ['list-containers', 'list-images'],
        labels: [
          { 'container-labs.lesson': 'intro/ports' },
          { 'container-labs.lesson': 'intro/ports' },
        ],
        ran: [],
      },
    ));

  it('gives everything else to a shell', async () =>
    assert.deepEqual(
      (
        await open(async (send) => {
          await send('ls -l');
          await send('exit');
        })
      ).ran,
      ['ls -l'],
    ));

  it('goes on after a mistake, and after a command that fails', async () =>
    assert.deepEqual(
      (
        await open(async (send, engine) => {
          await send('docker rnu nginx');
          engine.onExecute = async () => {
            throw new LabError('name-taken', 'The name is taken.');
          };
          await send('docker run nginx');
          await send('docker ps');
          await send('exit');
        })
      ).asked,
      ['run', 'list-containers'],
    ));

  it('reads on after a backslash', async () =>
    assert.deepEqual(
      (
        await open(async (send) => {
          await send('docker \\');
          await send('ps');
          await send('exit');
        })
      ).asked,
      ['list-containers'],
    ));

  it('is over when its terminal is closed', async () => {
    const { asked } = await open(async (send) => {
      await send('docker ps');
      window.terminals.findLast((terminal) => terminal.name === name)?.dispose();
    });
    assert.deepEqual(asked, ['list-containers']);
  });
});
