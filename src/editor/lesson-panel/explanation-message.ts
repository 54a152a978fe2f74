import { explainPlan } from '../../core/command/explain';
import { planBlock } from '../../core/command/plan-block';
import { describeError, LabError } from '../../core/lab-error';
import type { RunBlock } from '../../core/lesson/lesson';
import type { ShellParser } from '../../core/shell/script';
import { localSurroundings } from '../../local/surroundings';
import type { ExplanationMessage } from '../../protocol';

/** The block's command word by word; a command that cannot be understood says so. */
export function explanationMessage(
  { id, command }: RunBlock,
  shell: ShellParser,
  workingDirectory: string,
): ExplanationMessage {
  try {
    const plan = planBlock(command, shell, localSurroundings(workingDirectory));
    const { parts, outcome } = explainPlan(plan);
    return { type: 'explanation', block: id, parts, outcome, error: undefined };
  } catch (error) {
    if (!(error instanceof LabError)) throw error;
    const words = describeError(error);
    return { type: 'explanation', block: id, parts: [], outcome: [], error: words };
  }
}
