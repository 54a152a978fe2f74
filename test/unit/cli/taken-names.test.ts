import assert from 'node:assert/strict';
import { findTakenName } from '../../../src/cli/taken-names';
import type { ShellParser } from '../../../src/core/shell/script';
import { lessonOf } from '../../support/a-lesson';
import { fakeBench } from '../../support/fake-workbench';
import { testShellParser } from '../../support/shell-parser';

describe('findTakenName', () => {
  let shell: ShellParser;
  before(async () => {
    shell = await testShellParser();
  });

  /** Of an exercise whose solution is this command. */
  async function finds(command: string, taken: string, sentence: string | undefined) {
    const [exercise] = lessonOf(
      `:::: exercise start\ntitle: A\n\n\`\`\`yaml checks\n- say: x\n  image: y\n\`\`\`\n\n::: solution\n\`\`\`sh run\n${command}\n\`\`\`\n:::\n::::\n`,
    ).blocks;
    assert.ok(exercise?.kind === 'exercise');
    assert.equal(await findTakenName(exercise, fakeBench(shell, { taken: [taken] })), sentence);
  }
  const isTaken = (command: string, taken: string, remove: string) =>
    it(`is found in ${command}`, () => {
      const article = taken.startsWith('image') ? 'an' : 'a';
      const [kind, name] = taken.split(' ');
      return finds(
        command,
        taken,
        `There is ${article} ${kind} named ${name} already, and it is not ours to replace. Remove it first: docker ${remove} ${name}`,
      );
    });

  isTaken('docker run --name web nginx', 'container web', 'rm');
  isTaken('docker create --name web nginx', 'container web', 'rm');
  isTaken('docker ps\ndocker rm -f a web', 'container web', 'rm');
  isTaken('docker stop web', 'container web', 'rm');
  isTaken('docker build --tag app .', 'image app', 'rmi');
  isTaken('docker tag nginx mine', 'image mine', 'rmi');
  isTaken('docker rmi app', 'image app', 'rmi');
  isTaken('docker volume create data', 'volume data', 'volume rm');
  isTaken('docker network rm backend', 'network backend', 'network rm');

  it('is none of what is only read', () =>
    finds('docker logs web && docker ps | grep web', 'container web', undefined));
  it('is none where nothing has a name', () =>
    finds('docker run --rm nginx', 'container web', undefined));
  it('is none of another kind', () =>
    finds('docker run --name nginx nginx', 'image nginx', undefined));
});
