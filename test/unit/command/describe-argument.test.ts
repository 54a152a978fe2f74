import assert from 'node:assert/strict';
import { commandMeanings } from '../../../src/core/command/command-names';
import {
  describeArgument,
  describeImage,
  describeInnerCommand,
} from '../../../src/core/command/describe-argument';

const says = (read: () => string, expected: string) =>
  it(`says “${expected}”`, () => assert.equal(read(), expected));

describe('describeArgument', () => {
  says(() => describeArgument('rm', 0), 'the container to remove');
  says(() => describeArgument('rm', 3), 'the container to remove');
  says(() => describeArgument('rename', 1), 'its new name');
  says(() => describeArgument('network connect', 1), 'the container that joins it');

  it('has words for every command that takes an argument', () => {
    const takesNone =
      /^(?:ps|version|info|events|load|context show|swarm (?:init|leave)|.* (?:ls|prune|df))$/;
    const takesImage = ['run', 'create', 'service create', 'pull', 'push', 'rmi', 'images'];
    const commands = Object.keys(commandMeanings).filter(
      (name) => !takesNone.test(name) && !takesImage.includes(name),
    );
    assert.deepEqual(
      commands.filter((name) => describeArgument(name, 0) === 'what the command is about'),
      [],
    );
  });
});

describe('describeImage', () => {
  says(
    () => describeImage('run', 'nginx'),
    'the image, in the version tagged latest, because no tag is given',
  );
  says(() => describeImage('run', 'nginx:1.27'), 'the image, in the version tagged 1.27');
  says(
    () => describeImage('run', 'localhost:5000/nginx'),
    'the image, in the version tagged latest, because no tag is given',
  );
  says(
    () => describeImage('run', 'nginx:1.27@sha256:abc'),
    'the image, pinned by its digest to exactly these contents',
  );
  says(() => describeImage('rmi', 'a:b'), 'the image to remove, in the version tagged b');
  says(() => describeImage('images', 'nginx'), 'only images of the name nginx');
});

describe('describeInnerCommand', () => {
  says(() => describeInnerCommand('exec', ['ls']), 'the command to run there');
  says(
    () => describeInnerCommand('run', ['sh', '-c']),
    'what to run in it, instead of what the image would start by itself',
  );
  says(
    () => describeInnerCommand('run', ['-p', '80:80']),
    'goes to the program in the container; flags of docker stand before the image',
  );
});
