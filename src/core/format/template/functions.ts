import { badTemplate } from './token';
import { goJson, goText, isTrue } from './value';

type TemplateFunction = (...values: readonly unknown[]) => unknown;

/** The functions of Go's templates and those that the docker client adds. */
const functions: Readonly<Record<string, TemplateFunction>> = {
  json: (value) => goJson(value),
  split: (value, separator) => goText(value).split(goText(separator)),
  join: (value, separator) => list(value).map(goText).join(goText(separator)),
  title: (value) => goText(value).replace(/\b\p{L}/gu, (letter) => letter.toUpperCase()),
  lower: (value) => goText(value).toLowerCase(),
  upper: (value) => goText(value).toUpperCase(),
  pad: (value, before, after) =>
    goText(value) === ''
      ? ''
      : ' '.repeat(count(before)) + goText(value) + ' '.repeat(count(after)),
  truncate: (value, length) => goText(value).slice(0, count(length)),
  len: (value) =>
    typeof value === 'object' && value !== null ? Object.keys(value).length : goText(value).length,
  index: (value, ...keys) => keys.reduce(item, value),
  print: (...values) => values.map(goText).join(''),
  println: (...values) => `${values.map(goText).join(' ')}\n`,
  printf: (format, ...values) => printf(goText(format), values),
  not: (value) => !isTrue(value),
  and: (...values) => values.at(values.findIndex((value) => !isTrue(value))),
  or: (...values) => values.at(values.findIndex(isTrue)),
  eq: (value, ...others) => others.some((other) => isSame(value, other)),
  ne: (value, other) => !isSame(value, other),
  lt: (value, other) => compare(value, other) < 0,
  le: (value, other) => compare(value, other) <= 0,
  gt: (value, other) => compare(value, other) > 0,
  ge: (value, other) => compare(value, other) >= 0,
};

/** A function by its name; rejects with `usage` one that is not known. */
export function findFunction(name: string): TemplateFunction {
  const found = Object.hasOwn(functions, name) ? functions[name] : undefined;
  if (found === undefined) throw badTemplate(`there is no function “${name}”`);
  return found;
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value];
}

function count(value: unknown): number {
  return typeof value === 'number' && value > 0 ? Math.floor(value) : 0;
}

function item(value: unknown, key: unknown): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  if (Array.isArray(value)) {
    const index = typeof key === 'number' ? key : -1;
    if (index < 0 || index >= value.length) throw badTemplate(`there is no item ${goText(key)}`);
    return value[index];
  }
  const name = goText(key);
  return Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined;
}

function isSame(value: unknown, other: unknown): boolean {
  return value === other || goText(value) === goText(other);
}

function compare(value: unknown, other: unknown): number {
  if (typeof value === 'number' && typeof other === 'number') return value - other;
  return goText(value) < goText(other) ? -1 : goText(value) === goText(other) ? 0 : 1;
}

function printf(format: string, values: readonly unknown[]): string {
  let next = 0;
  return format.replace(/%(-?)(\d*)([svdqt%])/g, (_, left: string, width: string, verb: string) => {
    if (verb === '%') return '%';
    const value = values[next];
    next += 1;
    const text = verb === 'q' ? JSON.stringify(goText(value)) : goText(value);
    return left === '' ? text.padStart(Number(width)) : text.padEnd(Number(width));
  });
}
