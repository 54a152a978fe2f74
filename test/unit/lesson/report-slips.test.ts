import { tells } from '../../support/lesson-problems';

const unclosed = (markup: string) =>
  `This block of code is not closed: a line of "${markup}" ends it.`;
const loose = 'This ::: closes nothing: is its block opened, with no more colons?';
const definition = (name: string) =>
  `Write a link in place, as [text](address): "[${name}]: …" is not followed.`;

describe('reportSlips', () => {
  it('passes what is whole', () =>
    tells('## One\n\n```sh\na\n```\n\n~~~~\n~~~\n~~~~\n\n- a\n  ```\n  b\n  ```\n'));

  it('tells code that is not closed', () => tells('```sh\na\n', ['```sh', unclosed('```')]));
  it('tells code that opens on the last line', () => tells('```', ['```', unclosed('```')]));
  it('tells code that other signs do not close', () =>
    tells('````sh\na\n```\n', ['````sh', unclosed('````')]));
  it('tells code that its quote does not close', () =>
    tells('> ```sh\n> a\n\nb\n', ['> ```sh', unclosed('```')]));

  it('tells a block that is not known', () =>
    tells('::: note\n', [
      '::: note',
      'A block "note" is not known. Known: exercise, hint, solution, quiz.',
    ]));
  it('tells which block was meant', () =>
    tells('One.\n:::exercize a\n', [
      ':::exercize a',
      'A block "exercize" is not known. Did you mean "exercise"?',
    ]));
  it('tells colons that close nothing', () => tells('One.\n\n:::\n', [':::', loose]));

  it('tells a second title', () =>
    tells('# Ports\n', [
      '# Ports',
      'The title is the only first-level heading: headings in the text begin with ##.',
    ]));
  it('tells a title that is underlined', () =>
    tells('Ports\n=====\n', [
      'Ports',
      'The title is the only first-level heading: headings in the text begin with ##.',
    ]));
});

describe('reportDefinitions', () => {
  it('tells links that are defined apart', () =>
    tells(
      'See [the Page].\n\n[the  page]: https://example.com\n[__proto__]: x\n',
      ['[the  page]: https://example.com', definition('the page')],
      ['[__proto__]: x', definition('__proto__')],
    ));
});
