import assert from 'node:assert/strict';
import { explainPlan, risksOf } from '../../../src/core/command/explain';
import type { Explanation } from '../../../src/core/command/plan';
import { planBlock } from '../../../src/core/command/plan-block';
import type { ShellParser } from '../../../src/core/shell/script';
import { surroundings } from '../../support/command-words';
import { testShellParser } from '../../support/shell-parser';

describe('explainPlan', () => {
  let shell: ShellParser;
  before(async () => {
    shell = await testShellParser();
  });

  const plan = (text: string) => planBlock(text, shell, surroundings);

  /** Each part as `text: meaning`, with its risk behind it; the parts stand where they say. */
  const explains = (text: string, risk: Explanation['risk'], ...expected: readonly string[]) =>
    it(`explains ${text}`, () => {
      const explanation = explainPlan(plan(text));
      const found = explanation.parts.map((part) => {
        assert.equal(text.slice(part.start, part.end), part.text);
        return `${part.text}: ${part.meaning}${part.risk ? ` [${part.risk.level}]` : ''}`;
      });
      assert.deepEqual([found, explanation.risk], [expected, risk]);
    });

  const docker = 'docker: asks the container engine';
  const run = 'run: makes a container from an image and starts it';
  const latest = 'the image, in the version tagged latest, because no tag is given';

  explains(
    'docker system prune -a --volumes',
    'high',
    docker,
    'system prune: removes whatever is not in use [medium]',
    '-a: removes every image that no container uses, named ones too [medium]',
    '--volumes: removes volumes without a name too [high]',
  );
  explains(
    'docker push ghcr.io/team/app:1',
    'medium',
    docker,
    'push: sends an image to its registry [medium]',
    'ghcr.io/team/app:1: the image to send to the registry in its name, in the version tagged 1',
  );
  explains(
    'docker run --name web -p 8080:80 -d nginx',
    'low',
    docker,
    run,
    '--name web: names the container web, so that you can speak of it later',
    '-p 8080:80: port 8080 of your machine leads to port 80 in the container [low]',
    '-d: detached: runs on in the background, the prompt comes back',
    `nginx: ${latest}`,
  );
  explains(
    'docker run -v "$PWD/site:/usr/share/nginx/html:ro" nginx:1.27',
    'none',
    docker,
    run,
    '-v "$PWD/site:/usr/share/nginx/html:ro": /work/site on your machine appears in the container at /usr/share/nginx/html, read-only',
    'nginx:1.27: the image, in the version tagged 1.27',
  );
  explains(
    'docker run -it --rm -w /work python:3.13-slim python -q',
    'none',
    docker,
    run,
    '-it: -i interactive: keeps its input open for what you type; -t gives it a terminal, so that prompts, colours and keys work',
    '--rm: removes the container as soon as it ends',
    '-w /work: its process starts in the folder /work',
    'python:3.13-slim: the image, in the version tagged 3.13-slim',
    'python -q: what to run in it, instead of what the image would start by itself',
  );
  explains(
    'docker run nginx -p 80:80',
    'none',
    docker,
    run,
    `nginx: ${latest}`,
    '-p 80:80: goes to the program in the container; flags of docker stand before the image',
  );
  explains(
    'docker run --privileged=false --rm=false -e A=b -m 64m alpine',
    'none',
    docker,
    run,
    '--privileged=false: switched off: lifts nearly every wall between the container and the host',
    '--rm=false: switched off: removes the container as soon as it ends',
    '-e A=b: sets the environment variable A to b',
    '-m 64m: may use 64m of memory at most; more, and the kernel kills it',
    `alpine: ${latest}`,
  );
  explains(
    'docker exec web ls /',
    'none',
    docker,
    'exec: runs one more command in a running container',
    'web: the container to run the command in',
    'ls /: the command to run there',
  );
  explains(
    'docker network connect back web',
    'none',
    docker,
    'network connect: lets a container join a network',
    'back: the network to join',
    'web: the container that joins it',
  );
  explains(
    'docker compose -f a.yaml up -d --odd web',
    'none',
    docker,
    'compose: runs several services from a Compose file',
    '-f a.yaml: reads the services from a.yaml',
    'up: makes and starts all services, with their network and volumes',
    '-d: detached: the services run on in the background, the prompt comes back',
    '--odd: goes on to Compose, such as the name of a service',
    'web: goes on to Compose, such as the name of a service',
  );
  explains(
    'docker-compose ps',
    'none',
    'docker-compose: runs several services from a Compose file',
    'ps: lists the services’ containers',
  );
  explains(
    'docker ps | wc -l',
    'none',
    'docker ps | wc -l: runs in a shell of your machine, because of a pipe',
  );
  explains(
    'docker run --privileged alpine | cat',
    'high',
    'docker run --privileged alpine | cat: runs in a shell of your machine, because of a pipe [high]',
  );
  explains(
    'docker run -v /:/host $(cat image)',
    'high',
    'docker run -v /:/host $(cat image): runs in a shell of your machine, because of the substitution $(cat image) [high]',
  );

  it('tells what exists afterwards', () =>
    assert.deepEqual(
      explainPlan(plan('docker rm web\ndocker run -d --name web -p 8080:80 nginx')).outcome,
      [
        'The old container web will be gone, and a new one in its place.',
        'A container named web will be running in the background.',
        'At http://localhost:8080 you reach its port 80.',
        'When it ends, it stays, with its log, until you remove it. So does the image.',
      ],
    ));

  it('tells words over several lines', () =>
    assert.deepEqual(
      explainPlan(plan('docker run \\\n  --name web \\\n  nginx')).parts.map(({ text }) => text),
      ['docker', 'run', '--name web', 'nginx'],
    ));

  it('gathers the risks from a level on, each once', () => {
    const dangerous = plan(
      'docker run -p 80:80 -v /:/a alpine\ndocker run -v /:/b --pid host alpine | cat\ndocker ps',
    );
    const texts = (level: 'low' | 'high') => risksOf(dangerous, level).map(({ text }) => text);
    assert.deepEqual(texts('high'), ['-v /:/a']);
    assert.deepEqual(texts('low'), ['-p 80:80', '-v /:/a']);
  });
});
