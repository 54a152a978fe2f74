import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { planBlock } from '../../src/core/command/plan-block';
import { LabError } from '../../src/core/lab-error';
import type { ShellParser } from '../../src/core/shell/script';
import { connectEngine } from '../../src/docker/engine';
import { localSurroundings } from '../../src/local/surroundings';
import { FakeEngine, sendJson } from '../support/engine-socket';
import { CollectedStreams } from '../support/engine-streams';
import { testShellParser } from '../support/shell-parser';

/** Words after `docker create`; the client and we must ask the engine for the same. */
const accepted = `
alpine
alpine sh -c 'echo "$HOME"; ls | wc'
-i alpine cat
-t alpine
-it alpine sh
-a stdout alpine
-a stdin -a stderr -i alpine
--attach=STDOUT alpine
--name web -p 80:80 nginx
-p 8080:80/udp nginx
-p 127.0.0.1:8080:80 nginx
-p 127.0.0.1::80 nginx
-p [::1]:8080:80 nginx
-p '[::1]:8080:80' nginx
-p ::1:8080:80 nginx
-p 80 nginx
-p :80 nginx
-p 8000-8002:80-82 nginx
-p 8000-8010:80 nginx
-p 80-82 nginx
-p 127.0.0.1:8000-8001:80-81/TCP nginx
-p 80:80 -p 443:443 -p 8080:80 nginx
-p8080:80 nginx
-p=8080:80 nginx
--publish target=80,published=8080,protocol=udp nginx
--publish published=8080,target=80 nginx
--publish target=80 nginx
-P nginx
--expose 80 --expose 90-91/udp nginx
--expose 80 -p 8080:80 nginx
-v /data alpine
-v data:/data alpine
-v data:/data:ro alpine
-v /srv:/data:ro,z alpine
-v ./site:/site alpine
-v .:/here alpine
-v ../up:/up alpine
-v ./a/../b/:/up/ alpine
-v a.b-c_1:/data alpine
-v "$PWD/site:/usr/share/nginx/html:ro" nginx
-v $PWD:/w -w /w alpine
-v ~/x:/x alpine
-v data:/a:nocopy -v data2:/b:rw,nocopy alpine
--mount type=bind,source=/srv,target=/data,readonly alpine
--mount type=bind,src=./srv,dst=/data alpine
--mount type=bind,src=../srv/,dst=/data alpine
--mount type=bind,src=/srv,dst=/data,bind-propagation=rslave alpine
--mount type=bind,src=/srv,dst=/data,bind-recursive=disabled alpine
--mount type=bind,src=/srv,dst=/data,ro,bind-recursive=readonly,bind-propagation=rprivate alpine
--mount type=bind,src=/srv,dst=/data,bind-nonrecursive alpine
--mount type=volume,source=data,target=/data alpine
--mount source=data,target=/data alpine
--mount target=/data alpine
--mount 'type=volume,src=data,dst=/data,volume-driver=local,volume-opt=type=nfs,"volume-opt=o=addr=1.2.3.4,rw",volume-label=a=b,volume-nocopy' alpine
--mount type=volume,src=data,dst=/data,volume-nocopy=false alpine
--mount type=volume,src=data,dst=/data,volume-subpath=a alpine
--mount type=tmpfs,target=/tmp,tmpfs-size=64m,tmpfs-mode=1770 alpine
--mount type=tmpfs,target=/tmp alpine
--mount type=image,source=alpine,target=/i alpine
--mount type=image,source=alpine,target=/i,image-subpath=etc alpine
--mount type=bind,src=/srv,dst=/data,readonly=false alpine
--mount TYPE=bind,SRC=/srv,DST=/data,RO=1 alpine
--tmpfs /tmp alpine
--tmpfs /tmp:size=64m,noexec alpine
-e A=b -e C=d=e -e E= alpine
-e HOME alpine
-e NO_SUCH_VARIABLE_HERE alpine
--env=A='b c' alpine
--env-file env alpine
--env-file env -e A=over alpine
-l a=b --label c --label d= alpine
--label-file labels -l a=over alpine
-h host --domainname example.org alpine
-u 1000:1000 -w /srv alpine
--entrypoint sh alpine -c ls
--entrypoint '' alpine ls
--entrypoint 'sh -c' alpine ls
--rm alpine
--restart always alpine
--restart on-failure:3 alpine
--restart on-failure alpine
--restart unless-stopped alpine
--restart no --rm alpine
--privileged alpine
--privileged=false --init=true alpine
--read-only --init alpine
--cap-drop ALL --cap-add NET_BIND_SERVICE alpine
--cap-add net_admin --cap-add CAP_SYS_TIME --cap-add all alpine
--cap-add NET_ADMIN --cap-add net_admin --cap-drop MKNOD alpine
--cap-add SYS_TIME --cap-drop SYS_TIME alpine
--cap-add ALL --cap-add CHOWN alpine
--security-opt no-new-privileges alpine
--security-opt no-new-privileges:true alpine
--security-opt no-new-privileges=true alpine
--security-opt seccomp=unconfined --security-opt apparmor=unconfined alpine
--security-opt seccomp:unconfined alpine
--security-opt seccomp=profile.json alpine
--security-opt seccomp=builtin alpine
--security-opt label=disable --security-opt label=level:s0 alpine
--security-opt label:disable alpine
--security-opt systempaths=unconfined alpine
--pid host --ipc host --uts host --userns host --cgroupns host alpine
--pid container:web --ipc shareable --cgroup-parent lab.slice alpine
--network host alpine
--network none alpine
--network back alpine
--network bridge alpine
--network default alpine
--net container:web alpine
--network back --network-alias db --ip 10.0.0.5 alpine
--network back --net-alias db --network-alias db2 alpine
--network name=back,alias=db,alias=x,ip=10.0.0.5 alpine
--network name=back,driver-opt=a=b alpine
--network back --network front alpine
--network back --network name=front,alias=f,ip6=2001:db8::5 alpine
--network name=back,mac-address=92:d0:c6:0a:29:33 alpine
--network name=back,gw-priority=5 alpine
--network back --link other:o alpine
--mac-address 92:d0:c6:0a:29:33 alpine
--network back --mac-address 92:d0:c6:0a:29:33 alpine
--network back --link-local-ip 169.254.1.2 alpine
--network back --ip6 2001:db8::5 alpine
--link web:w --link db alpine
--dns 1.1.1.1 --dns-search example.org --dns-option ndots:2 alpine
--dns-opt ndots:2 alpine
--add-host a:10.0.0.1 --add-host b=10.0.0.2 --add-host c:::1 --add-host d=[::1] alpine
--add-host host.docker.internal:host-gateway alpine
-m 64m alpine
-m 1.5g --memory-reservation 512M --memory-swap -1 alpine
--memory 64MiB --memory-swap 1gb alpine
--memory 64MB --kernel-memory 32m alpine
--memory 1024 alpine
--memory '64 m' alpine
--memory=.5g alpine
--memory-swappiness 0 alpine
--memory-swappiness 60 alpine
--cpus 1.5 alpine
--cpus .5 alpine
--cpus 0.333333333 alpine
--cpu-shares 512 --cpuset-cpus 0-1 --cpuset-mems 0 alpine
-c 512 --cpu-period 100000 --cpu-quota 50000 alpine
--cpu-rt-period 1000 --cpu-rt-runtime 500 alpine
--pids-limit 20 alpine
--pids-limit -1 alpine
--pids-limit 0 alpine
--blkio-weight 300 --blkio-weight-device /dev/null:200 alpine
--device-read-bps /dev/sda:1mb --device-write-bps /dev/sda:2097152 alpine
--device-read-iops /dev/sda:100 --device-write-iops /dev/sda:200 alpine
--oom-kill-disable --oom-score-adj 500 alpine
--shm-size 128m alpine
--ulimit nofile=1024:2048 --ulimit nproc=64 alpine
--ulimit core=-1 alpine
--ulimit nofile=1024 --ulimit nofile=2048 alpine
--ulimit rtprio=99:99 --ulimit memlock=-1:-1 alpine
--sysctl net.core.somaxconn=1024 --sysctl kernel.msgmax=1 alpine
--device /dev/fuse alpine
--device /dev/sda:/dev/xvda:r alpine
--device /dev/sda:rw alpine
--device /dev/sda:/dev/xvda alpine
--device vendor.com/class=name alpine
--device-cgroup-rule 'c 42:* rmw' alpine
--annotation a=b --annotation c=d alpine
--gpus all alpine
--gpus 2 alpine
--gpus '"device=0,1"' alpine
--gpus '"device=1","capabilities=compute,utility"' alpine
--gpus device=0 alpine
--gpus count=1,driver=nvidia alpine
--group-add 1000 --group-add audio alpine
--volumes-from a --volumes-from b:ro alpine
--volume-driver local -v xx:/x alpine
--log-driver json-file --log-opt max-size=10m --log-opt max-file=3 alpine
--log-driver none alpine
--storage-opt size=10G alpine
--runtime runc --isolation default alpine
--stop-signal SIGINT --stop-timeout 5 alpine
--stop-timeout -1 alpine
--stop-timeout 0 alpine
--health-cmd 'curl -f localhost' --health-interval 30s --health-timeout 1m30s --health-retries 3 alpine
--health-start-period 1.5s --health-cmd x alpine
--health-interval 500ms alpine
--no-healthcheck alpine
--platform linux/amd64 alpine
--pull never alpine
--quiet alpine
-itp 80:80 --rm alpine sh
-it=false --rm=true alpine
-- alpine -it
alpine -- -it
alpine --rm -p 80:80
--cidfile none.cid alpine
`;

/** What the client refuses before it asks the engine, we refuse too, in words of our own. */
const refused = `
--nope alpine
-Z alpine
-p abc nginx
-p 70000:80 nginx
-p 80:70000 nginx
-p 80:80:80 nginx
-p 80-81:80-83 nginx
-p 82-80 nginx
-p 80:80/icmp nginx
-p 80: nginx
-p '' nginx
-p localhost:80:80 nginx
-p 1.2.3:80:80 nginx
--expose abc nginx
--expose 90-80 nginx
-v /a:/b:ro:x alpine
-v :/b alpine
-v '' alpine
--mount type=bind,src=/a alpine
--mount type=bind,src=/a,dst=/b,volume-nocopy alpine
--mount type=volume,src=a,dst=/b,bind-propagation=shared alpine
--mount type=volume,src=a,dst=/b,tmpfs-size=1m alpine
--mount type=bind,src=/a,dst=/b,readonly=maybe alpine
--mount type=bind,src=/a,dst=/b,nope=1 alpine
--mount type=bind,src=/a,dst=/b,bind-recursive=maybe alpine
--mount type=bind,src=/a,dst alpine
--mount type=tmpfs,dst=/b,tmpfs-size=big alpine
--mount type=tmpfs,dst=/b,tmpfs-mode=9 alpine
--mount '' alpine
--tmpfs alpine
-e '' alpine
-e =b alpine
--env-file missing alpine
-m 64x alpine
-m '' alpine
-m -5m alpine
-m 1m1m alpine
--cpus many alpine
--cpus '' alpine
--cpus 0.0000000001 alpine
--restart on-failure:x alpine
--restart on-failure:3:4 alpine
--restart always --rm alpine
--pids-limit few alpine
--cpu-shares 1.5 alpine
--blkio-weight-device sda:200 alpine
--blkio-weight-device /dev/sda:5 alpine
--device-read-bps /dev/sda alpine
--device-read-bps sda:1mb alpine
--device-read-iops /dev/sda:1mb alpine
--memory-swappiness 101 alpine
--memory-swappiness -2 alpine
--ulimit nope=1 alpine
--ulimit nofile alpine
--ulimit nofile=2:1 alpine
--device '' alpine
--device /dev/a:/dev/b:x alpine
--device-cgroup-rule nope alpine
--gpus few alpine
--add-host a alpine
--add-host a:nope alpine
--health-interval soon alpine
--health-interval 30 alpine
--health-retries -1 --health-cmd x alpine
--health-interval -1s alpine
--no-healthcheck --health-cmd x alpine
--no-healthcheck --health-interval 3s alpine
--attach stdfoo alpine
--rm=maybe alpine
--pull sometimes alpine
--network alias=x alpine
--network name=a,nope=b alpine
--network host --network back alpine
--network name=a,alias=b --network-alias c alpine
--network name=a,ip=1.2.3.4 --ip 1.2.3.4 alpine
--mac-address nope alpine
--link a:b:c alpine
--security-opt nope alpine
--security-opt seccomp=missing.json alpine
--log-driver none --log-opt a=b alpine
--storage-opt size alpine
--stop-timeout soon alpine
--sysctl nope alpine
--dns nope alpine
--pid nope alpine
--uts nope alpine
--userns nope alpine
--cgroupns nope alpine
--ipc '' --pid container: alpine
--isolation
--name
`;

describe('docker create, next to the docker client', function () {
  this.timeout(20_000);
  let shell: ShellParser;
  let folder: string;
  let engine: FakeEngine;
  let asked: unknown[];

  before(async function () {
    if (process.platform === 'win32' || !(await isInstalled())) {
      process.stderr.write('SKIPPED: the docker client is not installed to compare with.\n');
      this.skip();
    }
    shell = await testShellParser();
    folder = await mkdtemp(join(tmpdir(), 'container-labs-test-'));
    await writeFile(join(folder, 'env'), '# why\nA=b\nHOME\n  C=d e \n');
    await writeFile(join(folder, 'labels'), 'a=b\nc\n');
    await writeFile(join(folder, 'profile.json'), '{ "defaultAction": "SCMP_ACT_ALLOW" }');
    engine = await FakeEngine.start({
      '(GET|HEAD) .*/_ping': (_, response) => {
        response.writeHead(200, { 'Api-Version': '1.50', Ostype: 'linux' });
        response.end('OK');
      },
      'GET .*/version': (_, response) =>
        sendJson(response, 200, { ApiVersion: '1.50', MinAPIVersion: '1.24', Os: 'linux' }),
      'POST .*/containers/create': async (request, response) => {
        const query = new URL(request.url ?? '', 'http://engine').searchParams;
        asked.push({ ...Object.fromEntries(query), ...JSON.parse(await text(request)) });
        sendJson(response, 201, { Id: 'f'.repeat(64), Warnings: [] });
      },
      'GET .*/containers/.*/json': (_, response) => sendJson(response, 200, { Id: 'f' }),
    });
  });

  beforeEach(() => {
    asked = [];
  });

  afterEach(() => rm(join(folder, 'none.cid'), { force: true }));

  after(async () => {
    await engine?.stop();
    if (folder !== undefined) await rm(folder, { recursive: true });
  });

  async function clientAsks(line: string): Promise<unknown> {
    const env = { ...process.env, DOCKER_HOST: engine.endpoint.url };
    await new Promise((resolve) => execFile('sh', ['-c', line], { env, cwd: folder }, resolve));
    return asked.pop();
  }

  async function weAsk(line: string): Promise<unknown> {
    const [step] = planBlock(line, shell, localSurroundings(folder)).steps;
    assert.equal(step?.kind, 'docker');
    const ours = connectEngine(engine.endpoint);
    const options = { workingDirectory: folder, labels: {}, signal: AbortSignal.timeout(10_000) };
    try {
      await ours.execute(step.request, new CollectedStreams(), options);
    } finally {
      ours.close();
    }
    return asked.pop();
  }

  for (const words of accepted.trim().split('\n')) {
    it(`asks the same for ${words}`, async () => {
      const client = essence(await clientAsks(`docker create ${words}`));
      await rm(join(folder, 'none.cid'), { force: true });
      assert.notEqual(client, undefined);
      assert.deepEqual(essence(await weAsk(`docker create ${words}`)), client);
    });
  }

  for (const words of refused.trim().split('\n')) {
    it(`refuses ${words}`, async () => {
      assert.equal(await clientAsks(`docker create ${words}`), undefined);
      await assert.rejects(async () => weAsk(`docker create ${words}`), LabError);
    });
  }
});

function isInstalled(): Promise<boolean> {
  return new Promise((resolve) => execFile('docker', ['--version'], (error) => resolve(!error)));
}

/** A body without what means nothing: the client spells out every default, we leave it out. */
function essence(value: unknown): unknown {
  if (Array.isArray(value)) return value.length === 0 ? undefined : value.map(essence);
  if (typeof value !== 'object' || value === null) {
    return value === '' || value === false || value === 0 || value === null ? undefined : value;
  }
  const fields = Object.entries(value).flatMap(([name, field]) => {
    // An empty list of hidden paths hides nothing; the client sends variables and mounts in any order.
    if (/^(?:Masked|Readonly)Paths$/.test(name) && Array.isArray(field)) return [[name, field]];
    const isUnordered = name === 'Env' || name === 'Binds';
    if (isUnordered && Array.isArray(field) && field.length > 0) return [[name, field.sort()]];
    const kept = isDefault(name, field) ? undefined : essence(field);
    return kept === undefined ? [] : [[name, kept]];
  });
  return fields.length === 0 ? undefined : Object.fromEntries(fields);
}

const defaults: Readonly<Record<string, unknown>> = {
  NetworkMode: 'default',
  MemorySwappiness: -1,
  ConsoleSize: [0, 0],
};

function isDefault(name: string, value: unknown): boolean {
  return JSON.stringify(value) === JSON.stringify(defaults[name] ?? null);
}
