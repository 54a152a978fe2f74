import assert from 'node:assert/strict';
import { commands, window, workspace } from 'vscode';
import { LabError } from '../../src/core/lab-error';
import { ContextKey } from '../../src/editor/context-key';
import { commandIds } from '../../src/editor/ids';
import { createCommandRunner } from '../../src/editor/run-command';
import { Replacements } from '../support/replacements';
import { recordingLog } from '../support/silent-log';

const replaced = new Replacements();

/** What a failure says, which ways out it offers, what is run when the first is taken, and the log. */
async function fail(error: unknown) {
  const told: (readonly string[])[] = [];
  const ran: string[] = [];
  const show = async (message: string, ...ways: readonly { title: string }[]) => {
    told.push([message, ...ways.map(({ title }) => title)]);
    return ways[0];
  };
  const execute = async (id: string) => {
    ran.push(id);
    if (id === commandIds.showLog) throw new Error('There is no such command.');
  };
  replaced.replace(window, 'showErrorMessage', show as unknown as typeof window.showErrorMessage);
  replaced.replace(commands, 'executeCommand', execute as typeof commands.executeCommand);
  const log = recordingLog();
  const result = await createCommandRunner(log).run('Do It', () => Promise.reject(error));
  await new Promise(setImmediate);
  assert.equal(result, undefined);
  return { told, ran, log: log.lines };
}

describe('a command that fails', () => {
  afterEach(() => replaced.restore());

  it('says why and what to do next', async () => {
    const { told } = await fail(new LabError('port-taken', 'It is taken.', { advice: 'Move.' }));
    assert.deepEqual(told, [['It is taken. Move.']]);
  });

  it('offers the way out', async () => {
    const { told, ran } = await fail(new LabError('no-engine', 'None.'));
    assert.deepEqual(
      [told, ran],
      [[['None.', 'Try Again', 'How to Get an Engine']], [commandIds.findEngine]],
    );
  });

  it('leads to workspace trust where that is missing', async () => {
    replaced.replace(workspace, 'isTrusted', false);
    const { told, ran } = await fail(new LabError('not-allowed', 'Not here.'));
    assert.deepEqual(
      [told, ran],
      [[['Not here.', 'Manage Workspace Trust']], ['workbench.trust.manage']],
    );
  });

  it('says nothing of what the learner cancelled', async () =>
    assert.deepEqual((await fail(new LabError('cancelled', 'Interrupted.'))).told, []));

  it('calls a mistake of ours by its name, and logs it', async () => {
    const { told, log } = await fail(new TypeError('x is undefined'));
    assert.deepEqual(told, [
      ['Do It failed because of a mistake in Container Labs. The log says more.', 'See the Log'],
    ]);
    assert.equal(log[0], 'error: Do It failed.');
  });

  it('logs that the way out leads nowhere', async () => {
    const { log } = await fail(new TypeError('x is undefined'));
    assert.equal(log[1], 'error: A way out leads nowhere.');
  });
});

describe('ContextKey', () => {
  afterEach(() => replaced.restore());

  it('tells the editor only what is new', () => {
    const told: unknown[] = [];
    const execute = async (...args: unknown[]) => void told.push(args);
    replaced.replace(commands, 'executeCommand', execute as typeof commands.executeCommand);
    const key = new ContextKey<boolean>('containerLabs.lessonOpen');
    for (const value of [true, true, false]) key.set(value);
    assert.deepEqual(told, [
      ['setContext', 'containerLabs.lessonOpen', true],
      ['setContext', 'containerLabs.lessonOpen', false],
    ]);
  });
});
