import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { PlanStep } from '../../../src/core/command/plan';
import { planBlock } from '../../../src/core/command/plan-block';
import { LabError } from '../../../src/core/lab-error';
import type { ShellParser } from '../../../src/core/shell/script';
import { surroundings } from '../../support/command-words';
import { testShellParser } from '../../support/shell-parser';

describe('planBlock', () => {
  let shell: ShellParser;
  before(async () => {
    shell = await testShellParser();
  });

  const plan = (text: string) => planBlock(text, shell, surroundings);

  /** Steps in short: `docker run`, `shell: a pipe`, with `after success` where it matters. */
  const plans = (text: string, ...expected: readonly string[]) =>
    it(`plans ${JSON.stringify(text)}`, () =>
      assert.deepEqual(plan(text).steps.map(short), expected));

  plans('docker ps', 'docker list-containers');
  plans('docker ps\ndocker info', 'docker list-containers', 'docker info');
  plans(
    'mkdir x && docker ps || docker info',
    'shell: the program mkdir',
    'docker list-containers after success',
    'docker info after failure',
  );
  plans('sudo docker ps', 'docker list-containers');
  plans('sudo -u x docker ps', 'shell: the program sudo');
  plans('docker-compose up', 'docker compose');
  plans('docker ps | grep x', 'shell: a pipe');
  plans('docker run alpine *.txt', 'shell: a file name pattern');
  plans('docker stop $(docker ps -q)', 'shell: the substitution $(docker ps -q)');
  plans('A=b docker ps', 'shell: an assignment');
  plans('docker plugin ls', 'shell: something that only the docker client can do');
  plans('docker run -p [::1]:80:80 nginx', 'docker run');
  plans('# only a comment');

  it('fills in what the surroundings know', () => {
    const [step] = plan('docker run -v "$PWD/a b:/x" -e N=$NAME -w ~ alpine echo \'$NAME\'').steps;
    assert.ok(step?.kind === 'docker' && step.request.kind === 'run');
    const { create, command } = step.request;
    assert.deepEqual(
      [create.HostConfig.Binds, create.Env, create.WorkingDir, command],
      [['/work/a b:/x'], ['N=value'], '/home/me', ['echo', '$NAME']],
    );
  });
  it('drops a word that is an empty variable, and keeps it in quotes', () => {
    const [step] = plan('docker run $EMPTY alpine "$EMPTY"').steps;
    assert.ok(step?.kind === 'docker' && step.request.kind === 'run');
    assert.deepEqual([step.request.image, step.request.command], ['alpine', ['']]);
  });
  it('keeps the text of what a shell runs', () => {
    const [, step] = plan('docker ps\nls | wc -l').steps;
    assert.deepEqual(step, {
      kind: 'shell',
      text: 'ls | wc -l',
      because: 'a pipe',
      docker: [],
      needsClient: false,
      runs: 'always',
      start: 10,
      end: 20,
    });
  });
  it('knows when a shell needs the docker client', () =>
    assert.deepEqual(
      [
        'ls | wc',
        'docker ps | wc',
        'echo $(sudo docker ps -q)',
        'docker stack ls',
        'echo docker',
      ].map((text) => {
        const [step] = plan(text).steps;
        return step?.kind === 'shell' && step.needsClient;
      }),
      [false, true, true, true, false],
    ));
  it('says where the text cannot be read', () =>
    assert.throws(() => plan("docker ps; docker run 'alpine"), {
      name: 'LabError',
      code: 'usage',
      message: "The command cannot be read, near “'alpine”.",
      advice: 'Is a quote or a bracket not closed?',
    }));

  const piece = fc.constantFrom(
    ...'docker podman run ps rm exec build network compose create -it --rm -p 80:80 -v /a:/b --mount type=bind,src=a --name= -e --network name=x alpine $PWD "$X" ~ && || | ; \n \\\n > \' " ( ) { } # é😀'.split(
      ' ',
    ),
  );
  const line = fc.array(fc.oneof(piece, fc.string({ maxLength: 8 })), { maxLength: 14 });

  it('throws nothing but its own error, and every place lies in the text', () => {
    const text = fc.oneof(
      line.map((pieces) => pieces.join(' ')),
      line.map((pieces) => `docker run ${pieces.join(' ')}`),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(text, (each) => {
        for (const step of stepsOf(each)) {
          assert.ok(0 <= step.start && step.start <= step.end && step.end <= each.length);
          for (const part of step.kind === 'docker' ? step.parts : []) {
            const written = each.slice(part.start, part.end);
            assert.equal(blank(written), blank(part.text));
            assert.ok(part.words.every(({ start, end }) => part.start <= start && end <= part.end));
          }
        }
      }),
      { numRuns: 1500 },
    );
  });

  function stepsOf(text: string): readonly PlanStep[] {
    try {
      return plan(text).steps;
    } catch (error) {
      if (error instanceof LabError) return [];
      throw error;
    }
  }

  it('gives quoted words of any text back', () => {
    const inner = fc.array(
      fc.string().filter((text) => !/\r(?=\n)/.test(text)),
      { minLength: 1 },
    );
    fc.assert(
      fc.property(inner, (values) => {
        const quoted = values.map((value) => `'${value.replaceAll("'", "'\\''")}'`);
        const [step] = plan(`docker run alpine ${quoted.join(' ')}`).steps;
        assert.ok(step?.kind === 'docker' && step.request.kind === 'run');
        assert.deepEqual(step.request.command, values);
      }),
    );
  });
});

function short(step: PlanStep): string {
  const what = step.kind === 'docker' ? `docker ${step.request.kind}` : `shell: ${step.because}`;
  return step.runs === 'always' ? what : `${what} ${step.runs}`;
}

/** A part is told with single blanks, whatever stands between its words. */
function blank(text: string): string {
  return text.replace(/(?:\\\r?\n|\s)+/g, '');
}
