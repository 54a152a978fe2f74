import assert from 'node:assert/strict';
import type {
  CommandCheck,
  FileCheck,
  HttpCheck,
  PortCheck,
} from '../../../../src/core/check/check';
import type { Judgement } from '../../../../src/core/check/judges/judgement';
import {
  judgeCommand,
  judgeFile,
  judgeHttp,
  judgePort,
} from '../../../../src/core/check/judges/outside';
import { aContainer, fakeFacts, type GivenFacts } from '../../../support/fake-facts';

const context = { since: new Date(0), answers: {}, lint: async () => [] };
const pass: Judgement = { outcome: 'pass' };
const fail = (expected: string, found: string): Judgement => ({ outcome: 'fail', expected, found });

describe('judgePort', () => {
  async function judges(is: PortCheck['is'], ports: readonly number[], judgement: Judgement) {
    const check = { kind: 'port', say: '', port: 80, is } as const;
    assert.deepEqual(await judgePort(check, fakeFacts({ ports }), context), judgement);
  }
  it('passes when it is free', () => judges('free', [81], pass));
  it('passes when something answers', () => judges('answering', [80], pass));
  it('fails when something answers', () =>
    judges('free', [80], fail('port 80 is free', 'something still answers there')));
  it('fails when it is free', () =>
    judges('answering', [], fail('something answers on port 80', 'nobody does')));
});

describe('judgeHttp', () => {
  const url = 'http://localhost:8080';
  async function judges(
    check: Partial<HttpCheck>,
    page: { readonly status: number; readonly body: string } | undefined,
    judgement: Judgement,
    files: GivenFacts['files'] = {},
  ) {
    const facts = fakeFacts({ http: page === undefined ? {} : { [url]: page }, files });
    const whole = { kind: 'http', say: '', url, status: 200, ...check } as const;
    assert.deepEqual(await judgeHttp(whole, facts, context), judgement);
  }
  const page = { status: 200, body: '<h1>Hello</h1>\r\n<p>you</p>\n' };

  it('passes with the status', () => judges({}, page, pass));
  it('passes with the text', () => judges({ contains: 'Hello' }, page, pass));
  it('passes with the text of a file, whatever its line ends', () =>
    judges({ containsFile: 'a' }, page, pass, { a: '<h1>Hello</h1>\n<p>you</p>' }));
  it('fails without an answer', () =>
    judges({}, undefined, fail(`an answer from ${url}`, 'nobody answers there')));
  it('fails with another status', () =>
    judges({}, { status: 404, body: 'No.\n' }, fail('status 200', 'status 404: No.')));
  it('fails without the text', () =>
    judges(
      { contains: 'Bye' },
      page,
      fail('a page with “Bye”', 'it begins with “<h1>Hello</h1> <p>you</p>”'),
    ));
  it('shows the beginning of a long page', () =>
    judges(
      { contains: 'Bye' },
      { status: 200, body: 'x'.repeat(100) },
      fail('a page with “Bye”', `it begins with “${'x'.repeat(60)}…”`),
    ));
  it('fails without the file', () =>
    judges({ containsFile: 'a' }, page, fail('the page is your file a', 'there is no such file')));
  it('fails with another page than the file', () =>
    judges(
      { containsFile: 'a' },
      page,
      fail('the page is your file a', 'it begins with “<h1>Hello</h1> <p>you</p>”'),
      { a: 'Mine' },
    ));
});

describe('judgeFile', () => {
  async function judges(
    check: Partial<FileCheck>,
    text: string | undefined,
    judgement: Judgement,
    findings: readonly { severity: string; code: string; message: string }[] = [],
  ) {
    const facts = fakeFacts({ files: text === undefined ? {} : { a: text } });
    const whole = { kind: 'file', say: '', path: 'a', ...check } as const;
    const judgement_ = await judgeFile(whole, facts, { ...context, lint: async () => findings });
    assert.deepEqual(judgement_, judgement);
  }
  const finding = (severity: string) => ({ severity, code: 'DL3007', message: 'Pin it.' });

  it('passes when it is there', () => judges({}, '', pass));
  it('passes when everything is so', () =>
    judges({ contains: 'b', matches: '^b$', lint: 'clean' }, 'a\nb\n', pass, [finding('info')]));
  it('fails when it is not there', () =>
    judges({}, undefined, fail('a file a', 'there is none in your working folder')));
  it('fails without the text', () =>
    judges({ contains: 'c' }, 'a', fail('“c” in a', 'it is not there')));
  it('fails when no line fits', () =>
    judges({ matches: '^c' }, 'ac', fail('a has what is asked for', 'nothing in it fits')));
  it('fails when the linter warns', () =>
    judges({ lint: 'clean' }, '', fail('no warnings', 'DL3007: Pin it.'), [
      finding('style'),
      finding('warning'),
    ]));
  it('does not ask the linter unasked', () => judges({}, '', pass, [finding('error')]));
});

describe('judgeCommand', () => {
  async function judges(
    check: Partial<CommandCheck>,
    result: { readonly exitCode: number; readonly output: string },
    judgement: Judgement,
    state: 'running' | 'exited' = 'running',
  ) {
    const facts = fakeFacts({
      containers: [aContainer({ state })],
      commands: { 'cat /x': result },
    });
    const whole = {
      kind: 'command',
      say: '',
      container: { name: 'web' },
      command: ['cat', '/x'],
      ...check,
    } as const;
    assert.deepEqual(await judgeCommand(whole, facts, context), judgement);
  }
  const right = { exitCode: 0, output: 'one\ntwo\n' };
  const wrong = { exitCode: 1, output: 'cat: /x: Read-only\n' };

  it('passes whatever it does, when nothing is asked', () => judges({}, wrong, pass));
  it('passes with exit code and output', () =>
    judges({ exitCode: 0, outputContains: 'two' }, right, pass));
  it('passes when it fails as it should', () => judges({ exitCode: 'not zero' }, wrong, pass));
  it('fails with another exit code', () =>
    judges(
      { exitCode: 0 },
      wrong,
      fail('“cat /x”: exit code 0', 'exit code 1: cat: /x: Read-only'),
    ));
  it('fails when it does not fail', () =>
    judges(
      { exitCode: 'not zero' },
      { exitCode: 0, output: '' },
      fail('“cat /x”: it fails', 'exit code 0'),
    ));
  it('fails with other output', () =>
    judges(
      { outputContains: 'three' },
      right,
      fail('“cat /x” prints “three”', 'it printed “one two”'),
    ));
  it('fails without output', () =>
    judges(
      { outputContains: 'three' },
      { exitCode: 0, output: '' },
      fail('“cat /x” prints “three”', 'it printed nothing'),
    ));
  it('fails without the container', () =>
    judges(
      { container: { name: 'db' } },
      right,
      fail('a container named db', 'there is none on the engine'),
    ));
  it('fails in a container that has ended', () =>
    judges({}, right, fail('a running container', 'it is exited'), 'exited'));
});
