import assert from 'node:assert/strict';
import { describeOutcomes } from '../../../src/core/command/describe-outcome';
import { parseDocker } from '../../../src/core/command/parse-docker';
import { surroundings, words } from '../../support/command-words';

describe('describeOutcomes', () => {
  const says = (lines: readonly string[], ...expected: readonly string[]) =>
    it(`tells of ${lines.join('; ')}`, () => {
      const requests = lines.flatMap(
        (line) => parseDocker(words(line), surroundings)?.request ?? [],
      );
      assert.equal(requests.length, lines.length);
      assert.deepEqual(describeOutcomes(requests), expected);
    });

  says(['docker ps']);
  says(['docker logs web']);
  says(['docker pull nginx'], 'The image nginx will be on this engine.');
  says(
    ['docker build -t a -t b .'],
    'An image named a will be on this engine.',
    'An image named b will be on this engine.',
  );
  says(['docker push a'], 'Whoever may read the registry can pull a from it.');
  says(['docker save -o a.tar a'], 'The file a.tar will hold the images.');
  says(['docker save a']);
  says(['docker load -i a.tar'], 'The images of the archive will be on this engine.');
  says(['docker import a.tar'], 'An image without a name will be on this engine.');
  says(['docker import a.tar a:1'], 'An image named a:1 will be on this engine.');
  says(['docker cp web:/x y'], 'y on your machine will be a copy of /x, or hold one.');
  says(['docker cp web:/x -']);
  says(['docker cp y web:/x'], '/x in web will be a copy of y, or hold one.');
  says(['docker cp - web:/x'], '/x in web will be a copy of what comes in, or hold one.');
  says(
    ['docker commit web site:1'],
    'An image named site:1, with the files of web, will be on this engine.',
  );
  says(
    ['docker commit web'],
    'An image without a name, with the files of web, will be on this engine.',
  );
  says(['docker export -o a.tar web'], 'The file a.tar will hold all files of web.');
  says(['docker export web']);
  says(['docker update -m 64m a b'], 'The containers a, b will have the new limits at once.');
  says(
    ['docker container prune -f'],
    'Every container that has ended and fits will be gone, with what it had written.',
  );
  says(['docker context ls']);
  says(
    ['docker context use far'],
    'Later docker commands will go to the engine of the context far.',
  );
  says(['docker login'], 'Your credential helper will keep the sign-in until you log out.');
  says(['docker logout'], 'The sign-in will be forgotten on this machine.');
  says(['docker image prune'], 'Images that no container uses and that have no name will be gone.');
  says(['docker image prune -a'], 'Images that no container uses will be gone.');
  says(['docker builder prune'], 'The build cache will be gone.');
  says(
    ['docker system prune --volumes'],
    'Stopped containers, unused networks, unused images and the build cache will be gone, and so will unused volumes with what is in them.',
  );
  says(['docker tag a b'], 'The image a will also be called b.');
  says(['docker rm web'], 'The container web will be gone.');
  says(
    ['docker rm -fv a b'],
    'The containers a, b will be gone, and so will their volumes that have no name.',
  );
  says(
    ['docker rm web', 'docker create --name web nginx'],
    'The old container web will be gone, and a new one in its place.',
    'A container named web will exist, not started.',
    'When it ends, it stays, with its log, until you remove it. So does the image.',
  );
  says(['docker rmi a b'], 'The images a, b will be gone from this engine.');
  says(['docker stop web'], 'The container web will have ended, and can be started again.');
  says(['docker start web'], 'The container web will be running.');
  says(['docker rename a b'], 'The container a will be called b.');
  says(['docker network create back'], 'A network named back will exist.');
  says(['docker network connect back web'], 'The container web will be in the network back.');
  says(['docker network prune'], 'Every network that no container uses will be gone.');
  says(
    ['docker volume prune -a --filter label=a'],
    'Every volume that fits the filters, that no container uses will be gone, with what is in it.',
  );
  says(
    ['docker rm -v web'],
    'The container web will be gone, and so will its volumes that have no name.',
  );
  says(['docker volume create']);
  says(['docker volume rm data'], 'The volume data will be gone.');
  says(
    ['docker compose up -d'],
    'The services of the Compose file will be running in the background.',
  );
  says(
    ['docker compose up'],
    'The services of the Compose file will run until you interrupt them.',
  );
  says(['docker compose down'], 'The services’ containers and their network will be gone.');
  says(
    ['docker compose down -v'],
    'The services’ containers and their network will be gone, and the volumes with what is in them.',
  );
});
