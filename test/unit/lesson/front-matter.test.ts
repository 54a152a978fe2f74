import assert from 'node:assert/strict';
import { parseFrontMatter } from '../../../src/core/lesson/front-matter';

const read = (text: string) => parseFrontMatter(text.split('\n'));

/** Front matter with these lines in place of, or after, good ones. */
function tells(lines: string, line: number, message: string) {
  const { value, problems } = read(`---\n${lines}\n---\n`);
  assert.deepEqual([value, problems], [undefined, [{ line, message }]]);
}

const good = 'title: Ports\nsummary: About ports.\nminutes: 5';

describe('parseFrontMatter', () => {
  it('reads everything', () =>
    assert.deepEqual(
      read(`---\n${good}\ncovers: [intro.flag-d]\nneeds: [engine, compose, network]\n---\nText`),
      {
        value: {
          title: 'Ports',
          summary: 'About ports.',
          minutes: 5,
          covers: ['intro.flag-d'],
          needs: ['engine', 'compose', 'network'],
        },
        problems: [],
        length: 7,
      },
    ));
  it('does with what there must be', () =>
    assert.deepEqual(read(`---  \n${good}\n---`).value, {
      title: 'Ports',
      summary: 'About ports.',
      minutes: 5,
      covers: [],
      needs: [],
    }));

  const missing =
    'A lesson begins with front matter: title, summary and minutes between two lines "---".';
  for (const [name, text] of Object.entries({
    'an empty file': '',
    'a text without it': '# Ports\n',
    'one that is not closed': `---\n${good}\n`,
    'one below a line': `\n---\n${good}\n---\n`,
  })) {
    it(`tells ${name}`, () =>
      assert.deepEqual(read(text), {
        value: undefined,
        problems: [{ line: 1, message: missing }],
        length: 0,
      }));
  }

  it('tells what is missing', () => tells('title: a\nminutes: 5', 2, '"summary" is missing.'));
  it('tells an empty one', () =>
    assert.deepEqual(read('---\n---\n').problems, [
      {
        line: 2,
        message:
          'Here belong the keys title, summary, minutes, covers, needs, each on a line of its own, such as "title: …".',
      },
    ]));
  it('tells a key that is mistyped', () =>
    tells(`${good}\ncover: []`, 5, '"cover" is not known here. Did you mean "covers"?'));
  it('tells an ability that nobody knows', () =>
    tells(
      `${good}\nneeds: [engin]`,
      5,
      '"needs.0" must be engine, compose or network. Did you mean "engine"?',
    ));
  it('tells what is no item of the course', () =>
    tells(`${good}\ncovers: [flag-d]`, 5, '"covers.0" must be an item such as intro.nginx.'));
  it('tells what takes no time', () =>
    tells('title: a\nsummary: b\nminutes: 0', 4, '"minutes" must be at least 1.'));
  it('tells what is not YAML', () =>
    tells(
      'title: Ports: more\nsummary: b\nminutes: 1',
      2,
      'This is not valid YAML: Nested mappings are not allowed in compact mappings',
    ));
});
