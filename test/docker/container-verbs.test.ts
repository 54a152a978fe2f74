import { setTimeout as sleep } from 'node:timers/promises';
import { Twins } from '../support/twin-commands';

const twins = new Twins('container-verbs');
const same = twins.same.bind(twins);

describe('verbs on containers, next to the docker client', function () {
  this.timeout(60_000);
  before(async function () {
    await twins.begin(this);
    const { label } = twins;
    const script = 'echo out; echo err >&2; exec sleep 300';
    await twins.both(`docker run -d ${label} --name WEB alpine sh -c '${script}'`);
    await twins.both(`docker create ${label} --name WEB-made alpine sh -c 'echo hello; exit 3'`);
    await sleep(1000);
  });
  after(() => twins.end());

  describe('that find no container', () => {
    const verbs = 'start stop restart kill rm pause unpause wait attach port logs'.split(' ');
    for (const verb of verbs) same(`docker ${verb} nothing-here`);
    same('docker stop nothing-here WEB-made nothing-there');
    same('docker start WEB-made nothing-here');
    same('docker rm -f nothing-here nothing-there');
    same('docker rename nothing-here WEB-new');
    same('docker exec nothing-here ls');
  });

  describe('pause, unpause and kill', () => {
    same('docker pause WEB-made');
    same('docker pause WEB');
    same('docker pause WEB');
    same('docker attach WEB');
    same('docker exec WEB true');
    same('docker container unpause WEB');
    same('docker unpause WEB');
    same('docker kill -s BOGUS WEB');
    same('docker kill -s 0 WEB');
    same('docker kill --signal HUP WEB-made');
    same('docker container kill -s WINCH WEB');
  });

  describe('rename', () => {
    same('docker rename WEB WEB-made');
    same('docker rename WEB WEB');
    same('docker rename WEB @');
    same('docker rename WEB WEB-else');
    same('docker container rename WEB-else WEB');
  });

  describe('start, attach and wait', () => {
    same('docker wait WEB-made');
    same('docker start -a WEB-made');
    same('docker start WEB-made');
    same('docker wait WEB-made WEB-made');
    same('docker start -a WEB WEB-made');
    same('docker attach WEB-made');
    same('docker rm WEB');
  });

  describe('logs', () => {
    same('docker logs WEB');
    same('docker logs --details WEB');
    same('docker logs -n 0 WEB');
    same('docker logs -n bogus WEB');
    same('docker logs --tail=1 WEB-made');
    same('docker logs --since 1h --until 0s WEB');
    same('docker logs --since 2020-01-31T12 WEB');
    same('docker logs --until 2020-01-31 WEB');
    same('docker container logs --since=-5m WEB');
    same('docker logs --since bogus WEB');
    same('docker logs --until 1e3 WEB');
  });

  describe('port', () => {
    same('docker port WEB');
    same('docker port WEB 80');
    same('docker port WEB 80/udp');
  });

  describe('exec', () => {
    same('docker exec WEB nothing');
    same('docker exec WEB /etc');
    same('docker exec WEB /etc/hosts');
    same('docker exec -w /nowhere WEB ls');
    same('docker exec -u nobody WEB id -un');
    same('docker exec -u 5:6 -w /tmp -e A=1 -e B WEB sh -c "id -u; id -g; pwd; echo $A"');
    same('docker exec -u nothing WEB ls');
    same('docker exec --privileged WEB true');
    same('docker exec --detach-keys bogus WEB ls');
    same('docker exec -it WEB ls');
    same('docker exec -d WEB true');
    same('docker exec -d WEB nothing');
    same('docker exec WEB sh -c "exit 9"');
    same('docker exec -i WEB sh -c "cat; echo err >&2"', { input: 'typed\n' });
    same('docker exec -t WEB echo hello');
    same('docker exec WEB-made ls');
  });

  describe('stop and rm', () => {
    same('docker stop -t 0 WEB');
    same('docker stop --signal KILL WEB');
    same('docker kill WEB');
    same('docker container restart -t 0 WEB');
    same('docker rm -fv WEB WEB-made');
  });
});
