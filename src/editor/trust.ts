import { workspace } from 'vscode';
import { LabError } from '../core/lab-error';

/** Rejects in words where the workspace is not trusted. `what` is a clause: "Commands run". */
export function requireTrust(what: string): void {
  if (workspace.isTrusted) return;
  throw new LabError('not-allowed', `${what} only in a workspace that you trust.`, {
    advice: 'You can go on reading; trust the workspace when you know where it comes from.',
  });
}
