import assert from 'node:assert/strict';
import fc from 'fast-check';
import { checkSchemas } from '../../../src/core/check/check-schemas';
import { parseChecks } from '../../../src/core/check/parse-checks';

/** The text, whose first line is line 10, is one check. */
function reads(text: string, check: object) {
  const { checks, problems } = parseChecks(text, 10);
  assert.deepEqual(problems, []);
  assert.deepEqual(JSON.parse(JSON.stringify(checks)), [check]);
}

/** The text has these problems, and no check comes of it. */
function refuses(text: string, ...problems: readonly (readonly [number, string])[]) {
  const found = parseChecks(text, 10);
  assert.deepEqual(
    found.problems.map(({ line, message }) => [line, message]),
    problems,
  );
  assert.deepEqual(found.checks, []);
}

const say = '- say: It is so\n';

describe('parseChecks', () => {
  describe('reads', () => {
    it('a container', () =>
      reads(
        `${say}  container: web
  is: running
  exit-code: 0
  image: nginx
  publishes: { 80/tcp: 8080 }
  mount: { at: /srv, read-only: true, kind: bind }
  environment: { DEBUG: true, PORT: 80 }
  labels: { role: web }
  user: 1000`,
        {
          kind: 'container',
          say: 'It is so',
          container: { name: 'web' },
          is: 'running',
          exitCode: 0,
          image: 'nginx',
          publishes: { '80/tcp': 8080 },
          mount: { at: '/srv', kind: 'bind', readOnly: true },
          environment: { DEBUG: 'true', PORT: '80' },
          labels: { role: 'web' },
          user: '1000',
        },
      ));
    it('the newest container of an image', () =>
      reads(`${say}  container: { image: nginx }`, {
        kind: 'container',
        say: 'It is so',
        container: { image: 'nginx' },
      }));
    it('what is gone', () =>
      reads(`${say}  gone: web`, { kind: 'gone', say: 'It is so', container: { name: 'web' } }));
    it('what happened', () =>
      reads(`${say}  happened: die\n  image: nginx\n  name: web\n  exit-code: 1`, {
        kind: 'happened',
        say: 'It is so',
        action: 'die',
        exitCode: 1,
        image: 'nginx',
        name: 'web',
      }));
    it('an image', () =>
      reads(`${say}  image: app\n  exposes: 80/tcp\n  user: node\n  working-directory: /app`, {
        kind: 'image',
        say: 'It is so',
        image: 'app',
        exposes: '80/tcp',
        user: 'node',
        workingDirectory: '/app',
      }));
    it('a port', () =>
      reads(`${say}  port: 80\n  is: free`, {
        kind: 'port',
        say: 'It is so',
        port: 80,
        is: 'free',
      }));
    it('an answer over HTTP', () =>
      reads(`${say}  http: http://localhost:80\n  contains: 42\n  contains-file: a/b`, {
        kind: 'http',
        say: 'It is so',
        url: 'http://localhost:80',
        status: 200,
        contains: '42',
        containsFile: 'a/b',
      }));
    it('a file', () =>
      reads(`${say}  file: a/Dockerfile\n  contains: x\n  matches: ^FROM\n  lint: clean`, {
        kind: 'file',
        say: 'It is so',
        path: 'a/Dockerfile',
        contains: 'x',
        matches: '^FROM',
        lint: 'clean',
      }));
    it('a command', () =>
      reads(
        `${say}  command: [ls, 1]\n  in: { image: nginx }\n  exit-code: not zero\n  output-contains: x`,
        {
          kind: 'command',
          say: 'It is so',
          container: { image: 'nginx' },
          command: ['ls', '1'],
          exitCode: 'not zero',
          outputContains: 'x',
        },
      ));
    it('an answer that is a fact of the engine', () =>
      reads(`${say}  answer: version\n  ask: Which?\n  equals: engine.version`, {
        kind: 'answer',
        say: 'It is so',
        id: 'version',
        ask: 'Which?',
        equals: { fact: 'engine.version' },
      }));
    it('an answer that is a fact of a container', () =>
      reads(`${say}  answer: id\n  ask: Which?\n  equals: { container.id: { image: nginx } }`, {
        kind: 'answer',
        say: 'It is so',
        id: 'id',
        ask: 'Which?',
        equals: { fact: 'container.id', container: { image: 'nginx' } },
      }));
    it('every kind that there is', () => {
      const subjects =
        'container: a|gone: a|happened: die|image: a|port: 1\n  is: free|http: http://a|file: a|command: [a]\n  in: a|answer: a\n  ask: a\n  equals: engine.name';
      const read = subjects
        .split('|')
        .flatMap((subject) => parseChecks(`${say}  ${subject}`, 1).checks);
      assert.deepEqual(
        read.map(({ kind }) => kind),
        Object.keys(checkSchemas),
      );
    });
  });

  it('keeps the others when one is broken', () => {
    const { checks, problems } = parseChecks(
      `${say}  gone: a\n${say}  gonne: b\n${say}  gone: c`,
      10,
    );
    assert.deepEqual(
      checks.map((check) => check.kind === 'gone' && check.container),
      [{ name: 'a' }, { name: 'c' }],
    );
    assert.deepEqual(problems, [
      { line: 12, message: 'A check needs a subject. Did you mean "gone"?' },
    ]);
  });

  describe('refuses', () => {
    const subjects = 'container, gone, happened, image, port, http, file, command, answer';
    const aList = 'Checks are a list: each begins with "- say: …".';
    const selector =
      'names a container: its name, or { image: IMAGE } for the newest one of an image.';
    const inner = 'must be a path inside the working folder, such as site/index.html.';
    const live =
      'is engine.version, engine.name, engine.containersRunning, or a value of a container such as { container.id: NAME } (also container.image, container.user).';

    it('nothing', () => refuses('', [10, aList]));
    it('an empty list', () => refuses('[]', [10, aList]));
    it('what is no list', () => refuses('say: x', [10, aList]));
    it('what is no map', () =>
      refuses('- It runs', [10, 'A check is a map of keys: say, a subject, and what holds.']));
    it('what is not YAML', () =>
      refuses('- say: x\n  is: "y', [11, 'This is not valid YAML: Missing closing "quote']));
    it('a check of nothing', () =>
      refuses('- say: x', [10, `A check needs a subject: one of ${subjects}.`]));
    it('a subject of no kind', () =>
      refuses('- say: x\n  network: a', [10, `A check needs a subject: one of ${subjects}.`]));
    it('a check that says nothing', () =>
      refuses('- gone: web', [10, 'Check "gone": "say" is missing.']));
    it('two subjects', () =>
      refuses(`${say}  gone: a\n  port: 80\n  is: free`, [
        11,
        'Check "port": "gone" is not known here. Known: say, port, is.',
      ]));
    it('several mistakes, each in its line', () =>
      refuses(
        `${say}  container: web\n  is: runing\n  exitcode: 0\n  user: []`,
        [
          12,
          'Check "container": "is" must be created, running, paused, restarting, exited or dead. Did you mean "running"?',
        ],
        [14, 'Check "container": "user" must be text.'],
        [13, 'Check "container": "exitcode" is not known here. Did you mean "exit-code"?'],
      ));

    const cases: Readonly<Record<string, readonly [number, string]>> = {
      'container:': [11, `Check "container": "container" ${selector}`],
      'container: { name: web }': [11, `Check "container": "container" ${selector}`],
      'container: a\n  publishes: { 80: 80 }': [
        12,
        'Check "container": "publishes.80" must be a port such as 80/tcp.',
      ],
      'container: a\n  publishes: { 80/tcp: 70000 }': [
        12,
        'Check "container": "publishes.80/tcp" must be at most 65535.',
      ],
      'container: a\n  mount: { at: /x, readonly: true }': [
        12,
        'Check "container": "readonly" is not known here. Did you mean "read-only"?',
      ],
      'container: a\n  exit-code: 256': [12, 'Check "container": "exit-code" must be at most 255.'],
      'container: a\n  __proto__: { is: running }': [
        12,
        'Check "container": "__proto__" is not known here. Known: say, container, is, exit-code, image, publishes, mount, environment, labels, user.',
      ],
      'happened: started': [
        11,
        'Check "happened": "happened" knows no "started". Did you mean "start"?',
      ],
      'image: a\n  exposes: 8080': [12, 'Check "image": "exposes" must be a port such as 80/tcp.'],
      'port: 80': [10, 'Check "port": "is" must be free or answering.'],
      'http: localhost:80': [
        11,
        'Check "http": "http" must be an address such as http://localhost:8080.',
      ],
      'http: ftp://localhost': [
        11,
        'Check "http": "http" must be an address such as http://localhost:8080.',
      ],
      'http: http://a\n  contains-file: /a': [12, `Check "http": "contains-file" ${inner}`],
      'file: ../a': [11, `Check "file": "file" ${inner}`],
      'file: a\n  matches: "("': [12, 'Check "file": "matches" is not a valid regular expression.'],
      'file: a\n  lint: clear': [12, 'Check "file": "lint" must be clean. Did you mean "clean"?'],
      'command: ls\n  in: a': [
        11,
        'Check "command": "command" must be a list, such as [one, two].',
      ],
      'command: []\n  in: a': [11, 'Check "command": "command" must not be empty.'],
      'command: [ls]': [10, `Check "command": "in" ${selector}`],
      'command: [ls]\n  in: a\n  exit-code: any': [
        13,
        'Check "command": "exit-code" must be a number from 0 to 255, or not zero.',
      ],
      'answer: A\n  ask: q\n  equals: engine.name': [
        11,
        'Check "answer": "answer" is an id such as "version".',
      ],
      'answer: a\n  ask: q\n  equals: engine.size': [13, `Check "answer": "equals" ${live}`],
      'answer: a\n  ask: q\n  equals: { container.size: a }': [
        13,
        `Check "answer": "equals" ${live}`,
      ],
    };
    for (const [text, problem] of Object.entries(cases)) {
      it(text.replaceAll('\n ', ','), () => refuses(`${say}  ${text}`, problem));
    }
  });

  const pieces = fc.constantFrom(
    ...[
      '- ',
      'say',
      ': ',
      '\n',
      '  ',
      'container',
      'port',
      '80',
      '{ ',
      ' }',
      '[',
      ']',
      'x',
      '"',
      '&a',
      '*a',
      '\t',
    ],
  );
  it('takes any text, and its problems lie in it', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
        const text = parts.join('');
        const last = 4 + text.split('\n').length;
        for (const { line, message } of parseChecks(text, 5).problems) {
          assert.ok(line >= 5 && line <= last && message !== '');
        }
      }),
      { numRuns: 500 },
    );
  });
});
