import { window } from 'vscode';
import type { StartedContainer } from '../../core/command/execution';
import { addressesOf } from '../../core/command/sentences';
import { openUrl } from '../open-port';
import type { CommandRunner } from '../run-command';

/** Tells of a container that runs in the background, with one button for each port of it. */
export async function offerPorts(
  { name, ports }: StartedContainer,
  runner: CommandRunner,
): Promise<void> {
  const urls = addressesOf(ports);
  if (urls.length === 0) return;
  const buttons = urls.map((url) => `Open ${url}`);
  const chosen = await window.showInformationMessage(`${name} runs in the background.`, ...buttons);
  const url = urls[buttons.indexOf(chosen ?? '')];
  if (url !== undefined) await runner.run('Open in the Browser', () => openUrl(url));
}
