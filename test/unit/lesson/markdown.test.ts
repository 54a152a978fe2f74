import assert from 'node:assert/strict';
import { containerNames, createMarkdown, plainText } from '../../../src/core/lesson/markdown';

const types = (text: string) =>
  createMarkdown()
    .parse(text, {})
    .map(({ type }) => type);

describe('createMarkdown', () => {
  for (const name of containerNames) {
    it(`knows ${name}`, () =>
      assert.deepEqual(types(`::: ${name} x\n:::`), [
        `container_${name}_open`,
        `container_${name}_close`,
      ]));
  }
  it('knows no other block', () =>
    assert.deepEqual(types('::: hints\n:::'), ['paragraph_open', 'inline', 'paragraph_close']));
  it('takes raw HTML for text', () =>
    assert.equal(
      createMarkdown().render('<b onclick="x()">'),
      '<p>&lt;b onclick=&quot;x()&quot;&gt;</p>\n',
    ));
});

describe('plainText', () => {
  const says = (markdown: string, text: string) =>
    it(`of ${JSON.stringify(markdown)} is ${JSON.stringify(text)}`, () =>
      assert.equal(plainText(createMarkdown().parseInline(markdown, {})), text));
  says('The **bold** `my_name` _it_', 'The bold my_name it');
  says('One\ntwo', 'One two');
  says('[a *link*](x) and ![a `box`](y)', 'a link and a box');
  says('1 < 2 & &lt;', '1 < 2 & <');
});
