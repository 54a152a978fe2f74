import { setTimeout as sleep } from 'node:timers/promises';
import { Twins } from '../support/twin-commands';

const twins = new Twins('container-commands');
const same = twins.same.bind(twins);
const { label } = twins;

describe('commands about containers, next to the docker client', function () {
  this.timeout(60_000);
  before(async function () {
    await twins.begin(this);
    const script = 'mkdir /w; echo one >/w/f; rm /etc/motd; echo out; exec sleep 300';
    await twins.both(`docker run -d ${label} --name WEB alpine sh -c '${script}'`);
    await twins.both(`docker create ${label} --name WEB-made alpine true`);
    await sleep(1000);
  });
  after(() => twins.end());

  describe('top', () => {
    // Numbers of processes have four digits or five, and columns follow them.
    const changing = /\d+ */g;
    same('docker top WEB -o comm');
    same('docker container top WEB', { ignore: changing });
    same('docker top WEB-made');
    same('docker top nothing-here');
  });

  describe('diff', () => {
    same('docker diff WEB', { sorted: true });
    same('docker diff WEB-made');
    same('docker container diff nothing-here');
  });

  describe('stats', () => {
    const numbers = /[\d.]+[kKMG]?i?B/g;
    same('docker stats --no-stream WEB-made');
    same('docker stats --no-stream --no-trunc WEB-made');
    same('docker stats --no-stream --format json WEB-made WEB-made');
    same(
      "docker stats --no-stream --format '{{.Name}} {{.PIDs}} {{.Container}} {{.MemUsage}}' WEB",
      { ignore: numbers },
    );
    same("docker container stats --no-stream --format 'table {{.Name}}\\t{{.PIDs}}' WEB WEB-made");
    same('docker stats --no-stream nothing-here');
  });

  describe('export', () => {
    same('docker export WEB', { ignore: /[\s\S]*/ });
    same('docker export -o all.tar WEB');
    same('docker export -o nowhere/all.tar WEB');
    same('docker export -o d WEB');
    same('docker container export nothing-here');
  });

  describe('update', () => {
    same('docker update --memory 64m --memory-swap 64m WEB');
    same('docker update --cpus 0.5 --cpu-shares 512 --pids-limit 20 WEB WEB-made');
    same('docker update --restart on-failure:3 WEB-made nothing-here');
    same('docker update --memory 1k WEB');
    same('docker update --memory 80m WEB');
    same('docker container update nothing-here --cpus 1');
    const limits =
      '{{.HostConfig.Memory}} {{.HostConfig.NanoCpus}} {{.HostConfig.CpuShares}} {{.HostConfig.PidsLimit}} {{.HostConfig.RestartPolicy.Name}} {{.HostConfig.RestartPolicy.MaximumRetryCount}}';
    same(`docker inspect --format '${limits}' WEB WEB-made`);
  });

  describe('commit', () => {
    const name = 'twin/WEB';
    same(`docker commit -a me -m why -c 'CMD ["x"]' -c 'ENV A=b' WEB ${name}:1`);
    same(`docker commit --pause=false WEB ${name}:2`);
    const image =
      '{{.Author}} {{.Comment}} {{json .Config.Cmd}} {{json .Config.Env}} {{json .Config.Entrypoint}} {{.Config.WorkingDir}} {{len .RootFS.Layers}} {{json .RepoTags}}';
    same(`docker inspect --format '${image}' ${name}:1 ${name}:2`);
    same(`docker rmi -f ${name}:1 ${name}:2`, { ignore: /sha256:ID\n(?:Deleted: sha256:ID\n)*/g });
    same('docker commit nothing-here');
    same("docker commit -c 'FROM x' WEB");
    same('docker commit WEB BIG');
    same('docker commit WEB team/Big');
    same('docker commit WEB a:b:c');
    same(`docker container commit WEB a@sha256:${'1'.repeat(64)}`);
  });

  describe('container prune', () => {
    const own = `--filter label=container-labs.lesson=test/container-commands --filter label=pruned=WEB`;
    same(`docker create --label pruned=WEB ${label} alpine true`);
    same(`docker container prune ${own}`, { input: 'n\n' });
    same(`docker container prune ${own}`, { input: '' });
    same(`docker container prune ${own}`, { input: 'y\n' });
    same(`docker container prune --force ${own}`);
    same('docker container prune -f --filter bogus=1');
  });

  describe('events', () => {
    const times = /(?:\d{4}-\d\d-\d\dT[\d:.]+Z|"time(?:Nano)?":\d+)/g;
    // The engine's short memory does not keep the updates of both equally long.
    const ended = '--since 10m --until 0s --filter container=WEB-made --filter event=create';
    same(`docker events ${ended}`, { ignore: times });
    same(`docker events ${ended} --filter type=container --format json`, { ignore: times });
    same(
      `docker system events ${ended} --format '{{.Status}} {{.From}} {{.Type}} {{.Action}} {{.Actor.Attributes.name}} {{.ID}}'`,
    );
    same('docker events --since bogus');
    same('docker events --until bogus');
  });
});
