import { parsePublish } from '../parse-ports';
import { parseChoice, parseInteger, splitPair, wrongValue } from '../parse-values';
import { splitFields } from '../split-fields';
import type { Body } from '../swarm-request';
import { withoutUndefined } from '../without-undefined';

/** `--publish`: `8080:80`, or `published=8080,target=80,protocol=tcp,mode=host`. */
export function parseServicePorts(value: string): readonly Body[] {
  if (value.includes('=')) return [longPort(value)];
  return parsePublish(value).map(({ containerPort, hostPort, protocol }) =>
    withoutUndefined({
      Protocol: protocol,
      TargetPort: containerPort,
      PublishedPort: hostPort === '' ? undefined : Number(hostPort.split('-')[0]),
      PublishMode: 'ingress',
    }),
  );
}

function longPort(value: string): Body {
  const fields = Object.fromEntries(splitFields(value).map(splitPair));
  const known = ['target', 'published', 'protocol', 'mode'];
  const unknown = Object.keys(fields).find((name) => !known.includes(name));
  if (unknown !== undefined) {
    throw wrongValue('publish', value, `“${unknown}” is not known. Known: ${known.join(', ')}.`);
  }
  const { target, published, protocol = 'tcp', mode = 'ingress' } = fields;
  if (target === undefined) throw wrongValue('publish', value, 'It needs target=PORT.');
  return withoutUndefined({
    Protocol: parseChoice('publish', protocol, ['tcp', 'udp', 'sctp']),
    TargetPort: parseInteger('publish', target),
    PublishedPort: published === undefined ? undefined : parseInteger('publish', published),
    PublishMode: parseChoice('publish', mode, ['ingress', 'host']),
  });
}

/** `--network`: a name, or `name=back,alias=db,driver-opt=a=b`. */
export function parseNetwork(value: string): Body {
  if (!value.includes('=')) return { Target: value };
  const fields = splitFields(value).map(splitPair);
  const all = (name: string) => fields.filter(([key]) => key === name).map(([, text]) => text);
  const unknown = fields.find(([key]) => !['name', 'alias', 'driver-opt'].includes(key));
  if (unknown !== undefined) {
    throw wrongValue('network', value, `“${unknown[0]}” is not known here.`);
  }
  const [name] = all('name');
  if (name === undefined) throw wrongValue('network', value, 'It needs name=NETWORK.');
  const driverOptions = all('driver-opt').map(splitPair);
  return withoutUndefined({
    Target: name,
    Aliases: all('alias').length === 0 ? undefined : all('alias'),
    DriverOpts: driverOptions.length === 0 ? undefined : Object.fromEntries(driverOptions),
  });
}
