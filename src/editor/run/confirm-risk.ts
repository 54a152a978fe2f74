import { window } from 'vscode';
import { risksOf } from '../../core/command/explain';
import type { Plan } from '../../core/command/plan';

/** Asks before a plan that gives away much; true when it may run. Names each risk. */
export async function confirmRisk(plan: Plan): Promise<boolean> {
  const risks = risksOf(plan, 'high');
  if (risks.length === 0) return true;
  const detail = risks.map(({ text, risk }) => `${text}\n${risk?.text ?? ''}`).join('\n\n');
  const answer = await window.showWarningMessage(
    'This command gives a container much power over your machine. Run it?',
    { modal: true, detail },
    'Run It',
  );
  return answer === 'Run It';
}
