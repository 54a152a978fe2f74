import { LabError } from '../../lab-error';
import { findFunction } from './functions';
import type { Command, Operand, Pipeline, TemplateNode } from './node';
import { goText, isTrue } from './value';

/** Names in scope; `''` is `$`, the whole. */
type Scope = ReadonlyMap<string, unknown>;

/** Fills a template in with a value made of JSON. Rejects with `usage` when a field is not there. */
export function evaluateTemplate(nodes: readonly TemplateNode[], value: unknown): string {
  return evaluateNodes(nodes, value, new Map([['', value]]));
}

function evaluateNodes(nodes: readonly TemplateNode[], dot: unknown, outer: Scope): string {
  let scope = outer;
  let text = '';
  for (const node of nodes) {
    if (node.kind === 'text') {
      text += node.text;
    } else if (node.kind === 'print') {
      const value = evaluatePipeline(node.pipeline, dot, scope);
      if (node.pipeline.variables.length === 0) text += goText(value);
      else scope = bind(scope, node.pipeline.variables, [value]);
    } else {
      text += evaluateBlock(node, dot, scope);
    }
  }
  return text;
}

type BlockNode = Extract<TemplateNode, { readonly body: readonly TemplateNode[] }>;

function evaluateBlock(node: BlockNode, dot: unknown, scope: Scope): string {
  const { kind, body, otherwise, pipeline } = node;
  const value = evaluatePipeline(pipeline, dot, scope);
  if (!isTrue(value)) return evaluateNodes(otherwise, dot, scope);
  if (kind !== 'range') {
    const inner = bind(scope, pipeline.variables, [value]);
    return evaluateNodes(body, kind === 'with' ? value : dot, inner);
  }
  return entries(value)
    .map(([key, item]) => {
      const names = pipeline.variables;
      const inner = bind(scope, names, names.length === 1 ? [item] : [key, item]);
      return evaluateNodes(body, item, inner);
    })
    .join('');
}

/** Lists by index, objects by sorted key, as Go ranges over them. */
function entries(value: unknown): readonly (readonly [string | number, unknown])[] {
  if (Array.isArray(value)) return value.map((item, index) => [index, item] as const);
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  }
  throw new LabError('usage', `The format ranges over ${goText(value)}, which is no list.`);
}

function bind(scope: Scope, names: readonly string[], values: readonly unknown[]): Scope {
  return new Map([...scope, ...names.map((name, index) => [name, values[index]] as const)]);
}

function evaluatePipeline({ commands }: Pipeline, dot: unknown, scope: Scope): unknown {
  let value: unknown;
  commands.forEach((command, index) => {
    value = evaluateCommand(command, dot, scope, index === 0 ? [] : [value]);
  });
  return value;
}

function evaluateCommand(
  [first, ...rest]: Command,
  dot: unknown,
  scope: Scope,
  piped: readonly unknown[],
): unknown {
  if (first === undefined) return undefined;
  if (first.kind === 'function') {
    const values = rest.map((operand) => evaluateOperand(operand, dot, scope));
    return findFunction(first.name)(...values, ...piped);
  }
  if (rest.length > 0 || piped.length > 0) {
    throw new LabError('usage', 'The format gives an argument to something that is no function.');
  }
  return evaluateOperand(first, dot, scope);
}

function evaluateOperand(operand: Operand, dot: unknown, scope: Scope): unknown {
  if (operand.kind === 'value') return operand.value;
  if (operand.kind === 'function') return findFunction(operand.name)();
  const { from, fields } = operand;
  const start = from.kind === 'dot' ? dot : startOf(from, dot, scope);
  return fields.reduce(readField, start);
}

function startOf(
  from: Exclude<Extract<Operand, { readonly kind: 'path' }>['from'], { readonly kind: 'dot' }>,
  dot: unknown,
  scope: Scope,
): unknown {
  if (from.kind === 'pipeline') return evaluatePipeline(from.pipeline, dot, scope);
  if (!scope.has(from.name)) {
    throw new LabError('usage', `The format uses $${from.name}, which is not set.`);
  }
  return scope.get(from.name);
}

function readField(value: unknown, name: string): unknown {
  const key = typeof value === 'object' && value !== null ? keyOf(value, name) : undefined;
  if (key === undefined) {
    throw new LabError('usage', `The format asks for .${name}, which is not there.`, {
      advice: '{{json .}} shows everything that is.',
    });
  }
  return (value as Readonly<Record<string, unknown>>)[key];
}

/** The client's own names for some fields differ from the API's in capitals: `ID`, `APIVersion`. */
function keyOf(value: object, name: string): string | undefined {
  if (Object.hasOwn(value, name)) return name;
  return Object.keys(value).find((key) => key.toLowerCase() === name.toLowerCase());
}
