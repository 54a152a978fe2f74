import type { Node } from 'web-tree-sitter';
import { type CommandReader, childrenOf } from './read-command';
import type { ScriptStep } from './script';
import type { SourceText } from './source-text';

/** What stands at the top level of a script, in order. */
export function readSteps(
  root: Node,
  reader: CommandReader,
  source: SourceText,
): readonly ScriptStep[] {
  const steps: ScriptStep[] = [];
  let joinedBy: ScriptStep['joinedBy'] = 'start';
  for (const child of childrenOf(root)) {
    if (child.type === '&') {
      const list = steps.pop();
      if (list) steps.push({ ...list, command: undefined, needsShell: 'a background job' });
      continue;
    }
    for (const node of flattenList(child, isInBackground(child))) {
      if (node.type === '&&' || node.type === '||') joinedBy = node.type;
      else if (isStatement(node)) {
        steps.push({ ...readStep(node, reader, source), joinedBy });
        joinedBy = ';';
      }
    }
  }
  return steps;
}

function isInBackground(node: Node): boolean {
  return node.nextSibling?.type === '&';
}

/**
 * The commands of `a && b || c`, and the signs between them. The grammar nests them as deep as
 * there are commands, so this is a loop. A list in the background stays one piece.
 */
function flattenList(node: Node, isWhole: boolean): readonly Node[] {
  const flat: Node[] = [];
  const waiting = [node];
  for (let each = waiting.pop(); each !== undefined; each = waiting.pop()) {
    if (each.type === 'list' && !isWhole) waiting.push(...childrenOf(each).toReversed());
    else flat.push(each);
  }
  return flat;
}

function isStatement(node: Node): boolean {
  return node.isError || (node.isNamed && node.type !== 'comment' && node.type !== 'heredoc_body');
}

/** Why a statement takes a real shell. */
const reasons: Readonly<Record<string, string>> = {
  list: 'a background job',
  pipeline: 'a pipe',
  redirected_statement: 'a redirection',
  variable_assignment: 'an assignment',
  variable_assignments: 'an assignment',
  declaration_command: 'a declaration',
  unset_command: 'a declaration',
  subshell: 'a subshell',
  compound_statement: 'a group of commands',
  negated_command: 'a negation',
  test_command: 'a test',
  if_statement: 'a condition',
  case_statement: 'a condition',
  for_statement: 'a loop',
  c_style_for_statement: 'a loop',
  while_statement: 'a loop',
  function_definition: 'a function',
};

const unreadable = 'syntax that could not be read';

function readStep(
  node: Node,
  reader: CommandReader,
  source: SourceText,
): Omit<ScriptStep, 'joinedBy'> {
  const needs = (needsShell: string) => ({ ...source.span(node), command: undefined, needsShell });
  if (node.isError || node.hasError) return needs(unreadable);
  if (node.type !== 'command') return needs(reasons[node.type] ?? 'shell syntax');
  const children = childrenOf(node);
  if (children.some((child) => child.type === 'variable_assignment')) return needs('an assignment');
  if (children.some((child) => child.type.endsWith('_redirect'))) return needs('a redirection');
  if (children.some((child) => child.type === 'subshell')) return needs('a subshell');
  return { ...source.span(node), command: reader.command(node), needsShell: undefined };
}
