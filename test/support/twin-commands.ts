import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Engine } from '../../src/docker/engine';
import { sayOurs, sayTheirs } from './client-differential';
import type { Said } from './engine-client';
import { realEngine, removeAll } from './engine-real';

/**
 * Lines that are typed twice, each on containers and in a folder of its own: for the docker client
 * and for us. `WEB` in a line is the name of either's container.
 */
export class Twins {
  readonly #suite: string;
  readonly #base: string;
  #engine: Engine | undefined;
  #root = '';

  constructor(suite: string) {
    this.#suite = suite;
    this.#base = `container-labs-${suite}-${process.pid}`;
  }

  /** What a line must put on what it makes, so that it is removed in the end. */
  get label(): string {
    return `--label container-labs.lesson=test/${this.#suite}`;
  }

  /** The folders, the client's first. */
  get folders(): readonly [string, string] {
    return [join(this.#root, 'a'), join(this.#root, 'b')];
  }

  async begin(context: Mocha.Context): Promise<void> {
    this.#engine = await realEngine(context);
    this.#root = await mkdtemp(join(tmpdir(), 'container-labs-test-'));
    for (const folder of this.folders) await mkdir(folder);
    const version = await sayTheirs('docker --version', this.#rules(0));
    if (version?.exitCode === 0) return;
    process.stderr.write('SKIPPED: the docker client is not installed to compare with.\n');
    context.skip();
  }

  async end(): Promise<void> {
    await rm(this.#root, { recursive: true, force: true });
    if (this.#engine !== undefined) await removeAll(this.#engine, this.#suite);
  }

  /** What the client says, and what we say; ids, folders and names made alike. */
  async both(line: string, input = ''): Promise<readonly [Said, Said]> {
    // One after the other: the engine refuses two prunes at once.
    const theirs = await sayTheirs(this.#named(line, 0), { ...this.#rules(0), input });
    const ours = await sayOurs(this.#named(line, 1), { ...this.#rules(1), input });
    assert.ok(theirs);
    return [this.#plain(theirs), this.#plain(ours)];
  }

  /** Expects both to say the same; `ignore` are pieces of the output that change between two looks; `sorted`: its lines come in any order. */
  same(
    line: string,
    given: { readonly input?: string; readonly ignore?: RegExp; readonly sorted?: boolean } = {},
  ): void {
    const { input, ignore, sorted } = given;
    it(`${line}${input === undefined ? '' : ` < ${JSON.stringify(input)}`}`, async () => {
      const [theirs, ours] = (await this.both(line, input)).map((said) => {
        const output = ignore === undefined ? said.output : said.output.replace(ignore, '…');
        return { ...said, output: sorted ? output.split('\n').sort() : output };
      });
      assert.deepEqual(ours, theirs);
    });
  }

  #named(line: string, whose: 0 | 1): string {
    return line.replaceAll('WEB', `${this.#base}-${'ab'[whose]}`);
  }

  #rules(whose: 0 | 1) {
    assert.ok(this.#engine);
    return { engine: this.#engine, suite: this.#suite, folder: this.folders[whose] };
  }

  #plain({ exitCode, output, errors }: Said): Said {
    const clean = (text: string): string =>
      text
        .replaceAll(new RegExp(`${this.#base}-[ab]`, 'g'), 'WEB')
        .replaceAll(new RegExp(`${this.#root}/[ab]`, 'g'), '/FOLDER')
        .replace(/\b(?:[0-9a-f]{64}|[0-9a-f]{12})\b/g, 'ID')
        // The client's own library talks to itself about an archive that nobody wants.
        .replace(/^time="[^\n]*\n/gm, '');
    return { exitCode, output: clean(output), errors: clean(errors) };
  }
}
