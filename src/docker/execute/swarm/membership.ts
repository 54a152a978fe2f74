import type { Outcome } from '../../../core/command/execution';
import type {
  InitSwarmRequest,
  JoinSwarmRequest,
  JoinTokenRequest,
  LeaveSwarmRequest,
} from '../../../core/command/swarm-request';
import { asAnswer, below, number, text } from '../../answer';
import { type Context, print } from '../context';
import { done } from './done';

/** `docker swarm init`. */
export async function executeInitSwarm(
  { body }: InitSwarmRequest,
  context: Context,
): Promise<Outcome> {
  const { connection, streams } = context;
  const id = await connection.json({ method: 'POST', path: '/swarm/init', body });
  await print(streams, `Swarm initialized: current node (${id}) is now a manager.\n\n`);
  await print(streams, await joinCommand('worker', context));
  await print(
    streams,
    "To add a manager to this swarm, run 'docker swarm join-token manager' and follow the instructions.\n",
  );
  if (body.AutoLockManagers) await print(streams, `\n${await unlockCommand(context)}`);
  return done;
}

/** `docker swarm join`. */
export async function executeJoinSwarm(
  { body }: JoinSwarmRequest,
  { connection, streams }: Context,
): Promise<Outcome> {
  await connection.text({ method: 'POST', path: '/swarm/join', body });
  const info = asAnswer(await connection.json({ method: 'GET', path: '/info' }), 'itself');
  const role = below(info, 'Swarm').ControlAvailable === true ? 'manager' : 'worker';
  await print(streams, `This node joined a swarm as a ${role}.\n`);
  return done;
}

/** `docker swarm leave`. */
export async function executeLeaveSwarm(
  { force }: LeaveSwarmRequest,
  { connection, streams }: Context,
): Promise<Outcome> {
  const query = { force: force ? 1 : undefined };
  await connection.text({ method: 'POST', path: '/swarm/leave', query });
  await print(streams, 'Node left the swarm.\n');
  return done;
}

/** `docker swarm join-token`. */
export async function executeJoinToken(
  { role, rotate, quiet }: JoinTokenRequest,
  context: Context,
): Promise<Outcome> {
  const { streams } = context;
  if (rotate) {
    await rotateToken(role, context);
    if (!quiet) await print(streams, `Successfully rotated ${role} join token.\n\n`);
  }
  await print(
    streams,
    quiet ? `${await joinToken(role, context)}\n` : await joinCommand(role, context),
  );
  return done;
}

async function rotateToken(role: string, { connection }: Context): Promise<void> {
  const swarm = asAnswer(await connection.json({ method: 'GET', path: '/swarm' }), 'the swarm');
  const query = {
    version: number(below(swarm, 'Version'), 'Index'),
    rotateWorkerToken: role === 'worker' ? 'true' : 'false',
    rotateManagerToken: role === 'manager' ? 'true' : 'false',
    rotateManagerUnlockKey: 'false',
  };
  const body = below(swarm, 'Spec');
  await connection.text({ method: 'POST', path: '/swarm/update', query, body });
}

async function joinToken(role: string, { connection }: Context): Promise<string> {
  const swarm = asAnswer(await connection.json({ method: 'GET', path: '/swarm' }), 'the swarm');
  return text(below(swarm, 'JoinTokens'), role === 'worker' ? 'Worker' : 'Manager');
}

async function joinCommand(role: string, context: Context): Promise<string> {
  const { connection } = context;
  const token = await joinToken(role, context);
  const info = asAnswer(await connection.json({ method: 'GET', path: '/info' }), 'itself');
  const path = `/nodes/${encodeURIComponent(text(below(info, 'Swarm'), 'NodeID'))}`;
  const node = asAnswer(await connection.json({ method: 'GET', path }), 'its node');
  const address = text(below(node, 'ManagerStatus'), 'Addr');
  const command = `docker swarm join --token ${token} ${address}`;
  return `To add a ${role} to this swarm, run the following command:\n\n    ${command}\n\n`;
}

async function unlockCommand({ connection }: Context): Promise<string> {
  const answer = await connection.json({ method: 'GET', path: '/swarm/unlockkey' });
  return [
    'To unlock a swarm manager after it restarts, run the `docker swarm unlock`',
    'command and provide the following key:',
    '',
    `    ${text(asAnswer(answer, 'the key'), 'UnlockKey')}`,
    '',
    'Remember to store this key in a password manager, since without it you',
    'will not be able to restart the manager.',
    '',
  ].join('\n');
}
