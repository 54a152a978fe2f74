import { isBody, mergeBodies, valueAt } from '../../../core/command/service/merge-bodies';
import type { Body } from '../../../core/command/swarm-request';
import { LabError } from '../../../core/lab-error';
import { asAnswer, asAnswers, below, text } from '../../answer';
import type { Connection } from '../../connection';

/** A service's spec with the ids of the secrets, configs and networks that it names. */
export async function resolveNames(spec: Body, connection: Connection): Promise<Body> {
  const container = ['TaskTemplate', 'ContainerSpec'];
  const secrets = await withIds(listAt(spec, [...container, 'Secrets']), 'secret', connection);
  const configs = await withIds(listAt(spec, [...container, 'Configs']), 'config', connection);
  const networks = await networksById(listAt(spec, ['TaskTemplate', 'Networks']), connection);
  return mergeBodies(spec, {
    TaskTemplate: {
      ContainerSpec: {
        ...(secrets.length > 0 && { Secrets: secrets }),
        ...(configs.length > 0 && { Configs: configs }),
      },
      ...(networks.length > 0 && { Networks: networks }),
    },
  });
}

function listAt(spec: Body, path: readonly string[]): readonly Body[] {
  const list = valueAt(spec, path);
  return Array.isArray(list) ? list.filter(isBody) : [];
}

async function withIds(
  references: readonly Body[],
  kind: 'secret' | 'config',
  connection: Connection,
): Promise<readonly Body[]> {
  const [nameField, idField] =
    kind === 'secret' ? ['SecretName', 'SecretID'] : ['ConfigName', 'ConfigID'];
  const names = references.flatMap((each) =>
    each[idField] === undefined ? [String(each[nameField])] : [],
  );
  if (names.length === 0) return references;
  const query = { filters: { name: names } };
  const answer = await connection.json({ method: 'GET', path: `/${kind}s`, query });
  const known = new Map(
    asAnswers(answer, `${kind}s`).map((each) => [
      text(below(each, 'Spec'), 'Name'),
      text(each, 'ID'),
    ]),
  );
  return references.map((each) => {
    if (each[idField] !== undefined) return each;
    const name = String(each[nameField]);
    const id = known.get(name);
    if (id === undefined) throw missing(kind, name);
    return { ...each, [idField]: id };
  });
}

function missing(kind: string, name: string): LabError {
  return new LabError('not-found', `There is no ${kind} named ${name}.`, {
    advice: `docker ${kind} ls lists those there are; docker ${kind} create makes one.`,
    clientWords: `${kind} not found: ${name}`,
  });
}

async function networksById(
  networks: readonly Body[],
  connection: Connection,
): Promise<readonly Body[]> {
  return Promise.all(
    networks.map(async (each) => {
      const path = `/networks/${encodeURIComponent(String(each.Target))}`;
      const query = { scope: 'swarm' };
      const answer = await connection.json({ method: 'GET', path, query });
      return { ...each, Target: text(asAnswer(answer, 'the network'), 'Id') };
    }),
  );
}
