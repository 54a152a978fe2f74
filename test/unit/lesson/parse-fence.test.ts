import assert from 'node:assert/strict';
import { onlyBlock, parseBody, tells } from '../../support/lesson-problems';

const fence = (info: string, content = 'docker ps') => `\`\`\`${info}\n${content}\n\`\`\`\n`;

const unknown = (what: string) =>
  `"${what}" is not known here. Known: "sh run", "LANGUAGE file=PATH"; right inside an exercise "yaml checks", "sh setup", "sh cleanup"; in a solution "sh answer=ID".`;

function tellsOf(info: string, message: string, content?: string) {
  tells(fence(info, content), [`\`\`\`${info}`, message]);
}

describe('parseFence', () => {
  it('reads a block to run, exactly as written', () =>
    assert.deepEqual(onlyBlock(fence('sh run', 'a \\\n  b\n\nc  ')), {
      kind: 'run',
      id: 'run-1',
      command: 'a \\\n  b\n\nc  ',
      riskAnnounced: false,
      line: 6,
    }));
  it('reads that its risk was announced', () => {
    const block = onlyBlock(fence('sh run announced'));
    assert.equal(block.kind === 'run' && block.riskAnnounced, true);
  });
  it('reads a file', () =>
    assert.deepEqual(onlyBlock(fence('js file=a/b=c.js', 'x')), {
      kind: 'file',
      id: 'file-1',
      path: 'a/b=c.js',
      language: 'js',
      content: 'x\n',
      line: 6,
    }));
  it('reads an empty file', () => {
    const block = onlyBlock('```js file=a\n```\n');
    assert.equal(block.kind === 'file' && block.content, '');
  });
  for (const info of ['', 'sh', 'yaml']) {
    it(`leaves a block that asks for nothing: "${info}"`, () =>
      assert.equal(onlyBlock(fence(info)).kind, 'prose'));
  }
  it('leaves an indented block', () => assert.equal(onlyBlock('    docker ps\n').kind, 'prose'));
  it('numbers runs and files apart', () =>
    assert.deepEqual(
      parseBody(
        [fence('sh run'), fence('js file=a'), fence('sh run'), fence('js file=b')].join('\n'),
      ).lesson?.blocks.map((block) => 'id' in block && block.id),
      ['run-1', 'file-1', 'run-2', 'file-2'],
    ));

  it('tells a word that nobody knows', () => tellsOf('sh rum', unknown('sh rum')));
  it('tells a part of an exercise', () => tellsOf('sh setup', unknown('sh setup')));
  it('tells a word too many', () =>
    tellsOf('sh run now', '"now" is not known after "sh run". Known: announced.'));
  it('tells a word too many after a file', () =>
    tellsOf('js file=a run', '"run" is not known after "js file=a". Nothing may follow.'));
  it('tells another language of a block to run', () =>
    tellsOf('bash run', 'A block to run is written as "sh run".'));
  it('tells an empty block to run', () => tellsOf('sh run', 'This block to run is empty.', ' '));
  it('tells an answer outside of a solution', () =>
    tellsOf('sh answer=it', 'A block "sh answer=it" belongs in a solution.'));
  for (const path of ['', '../up', '/etc/passwd', 'C:/x', 'a/']) {
    it(`tells a path that leaves the folder: "${path}"`, () =>
      tellsOf(
        `js file=${path}`,
        `file=${path} must be a path inside the working folder, such as file=site/index.html.`,
      ));
  }
});
