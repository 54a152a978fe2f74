import type { Command, Operand, PathStart, Pipeline, TemplateNode } from './node';
import { badTemplate, cutTemplate, type Piece, type Token } from './token';

/** Reads a Go template as `--format` takes it. Rejects with `usage` what is none. */
export function parseTemplate(template: string): readonly TemplateNode[] {
  return new Parser(cutTemplate(template)).parse();
}

const blocks = ['if', 'with', 'range'] as const;

class Parser {
  readonly #pieces: readonly Piece[];
  #at = 0;

  constructor(pieces: readonly Piece[]) {
    this.#pieces = pieces;
  }

  parse(): readonly TemplateNode[] {
    const nodes = this.#nodes();
    const rest = this.#keyword();
    if (rest !== undefined) throw badTemplate(`{{${rest}}} stands without its beginning`);
    return nodes;
  }

  /** Nodes up to the end of the template or to an `else` or `end`. */
  #nodes(): readonly TemplateNode[] {
    const nodes: TemplateNode[] = [];
    for (;;) {
      const piece = this.#pieces[this.#at];
      const word = this.#keyword();
      if (piece === undefined || word === 'else' || word === 'end') return nodes;
      this.#at += 1;
      if (piece.kind === 'text') nodes.push(piece);
      else nodes.push(this.#action(piece.tokens));
    }
  }

  #keyword(): string | undefined {
    const piece = this.#pieces[this.#at];
    const token = piece?.kind === 'action' ? piece.tokens[0] : undefined;
    return token?.kind === 'name' ? token.value : undefined;
  }

  #action(tokens: readonly Token[]): TemplateNode {
    const kind = blocks.find((word) => tokens[0]?.kind === 'name' && tokens[0].value === word);
    if (kind === undefined) return { kind: 'print', pipeline: readPipeline(tokens) };
    return this.#block(kind, tokens.slice(1));
  }

  #block(kind: (typeof blocks)[number], condition: readonly Token[]): TemplateNode {
    const node = this.#branches(kind, condition);
    if (this.#keyword() !== 'end') throw badTemplate('{{end}} is missing');
    this.#at += 1;
    return node;
  }

  /** A block without its `end`, which `{{else if …}}` shares with the first `if`. */
  #branches(kind: (typeof blocks)[number], condition: readonly Token[]): TemplateNode {
    const pipeline = readPipeline(condition);
    const body = this.#nodes();
    const otherwise = this.#keyword() === 'else' ? this.#otherwise() : [];
    return { kind, pipeline, body, otherwise };
  }

  #otherwise(): readonly TemplateNode[] {
    const piece = this.#pieces[this.#at];
    this.#at += 1;
    const [first, ...condition] = piece?.kind === 'action' ? piece.tokens.slice(1) : [];
    if (first === undefined) return this.#nodes();
    const kind = blocks.find((word) => word === first.value);
    if (kind === undefined || kind === 'range') throw badTemplate('after else only if may follow');
    return [this.#branches(kind, condition)];
  }
}

function readPipeline(tokens: readonly Token[]): Pipeline {
  const reader = new TokenReader(tokens);
  const pipeline = reader.pipeline();
  if (reader.peek() !== undefined) throw badTemplate(`“${reader.peek()?.value}” is unexpected`);
  return pipeline;
}

class TokenReader {
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  peek(): Token | undefined {
    return this.#tokens[this.#at];
  }

  pipeline(): Pipeline {
    const variables = this.#variables();
    const commands: Command[] = [this.#command()];
    while (this.#take('|')) commands.push(this.#command());
    return { variables, commands };
  }

  #variables(): readonly string[] {
    const assignment = this.#tokens.findIndex(
      ({ kind, value }) => kind === 'sign' && /^:?=$/.test(value),
    );
    if (assignment < this.#at) return [];
    const names = this.#tokens
      .slice(this.#at, assignment)
      .filter(({ kind }) => kind === 'variable');
    this.#at = assignment + 1;
    return names.map(({ value }) => value);
  }

  #command(): Command {
    const operands: Operand[] = [];
    for (;;) {
      const token = this.peek();
      if (token === undefined || (token.kind === 'sign' && token.value !== '(')) break;
      operands.push(this.#operand(token));
    }
    if (operands.length === 0) throw badTemplate('a value is missing');
    return operands;
  }

  #operand(token: Token): Operand {
    this.#at += 1;
    switch (token.kind) {
      case 'text':
        return { kind: 'value', value: token.value };
      case 'number':
        return { kind: 'value', value: Number(token.value) };
      case 'name':
        return nameOperand(token.value);
      case 'dot':
        return { kind: 'path', from: { kind: 'dot' }, fields: [] };
      case 'field':
        return { kind: 'path', from: { kind: 'dot' }, fields: [token.value, ...this.#fields()] };
      case 'variable':
        return this.#path({ kind: 'variable', name: token.value });
      case 'sign': {
        const pipeline = this.pipeline();
        if (!this.#take(')')) throw badTemplate('a parenthesis is not closed');
        return this.#path({ kind: 'pipeline', pipeline });
      }
    }
  }

  #path(from: PathStart): Operand {
    return { kind: 'path', from, fields: this.#fields() };
  }

  #fields(): readonly string[] {
    const fields: string[] = [];
    for (let token = this.peek(); token?.kind === 'field' && token.glued; token = this.peek()) {
      fields.push(token.value);
      this.#at += 1;
    }
    return fields;
  }

  #take(sign: string): boolean {
    const token = this.peek();
    if (token?.kind !== 'sign' || token.value !== sign) return false;
    this.#at += 1;
    return true;
  }
}

function nameOperand(name: string): Operand {
  if (name === 'true' || name === 'false') return { kind: 'value', value: name === 'true' };
  return name === 'nil' ? { kind: 'value', value: null } : { kind: 'function', name };
}
