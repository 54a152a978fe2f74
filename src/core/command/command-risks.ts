import type { Risk } from './flags/flag';

/** What a command gives away or takes by itself, whatever its flags, by its short form. */
export const commandRisks: Readonly<Record<string, Risk>> = {
  'image prune': {
    level: 'low',
    text: 'Images that nothing uses are removed, also those that no lesson has made.',
  },
  'system prune': {
    level: 'medium',
    text: 'Everything that is not in use is removed from the whole engine, also what no lesson has made.',
  },
  'builder prune': {
    level: 'low',
    text: 'Later builds start anew and take longer.',
  },
  'container prune': {
    level: 'low',
    text: 'All stopped containers are removed with what they have written, also those of others.',
  },
  'network prune': {
    level: 'low',
    text: 'Networks that no container is in are removed, also those that no lesson has made.',
  },
  'volume prune': {
    level: 'medium',
    text: 'Volumes that no container uses are removed with all that is in them.',
  },
  'volume rm': {
    level: 'medium',
    text: 'What is in the volume is gone for good.',
  },
  'swarm init': {
    level: 'low',
    text: 'Opens port 2377 of this machine, at which other machines may ask to join.',
  },
  'swarm join': {
    level: 'medium',
    text: 'The managers of the swarm decide from then on what runs on this machine.',
  },
  'swarm leave': {
    level: 'medium',
    text: 'What the swarm ran here is gone; the last manager takes services, secrets and configs along.',
  },
  'swarm join-token': {
    level: 'low',
    text: 'Whoever has the token can join the swarm.',
  },
  'service rm': {
    level: 'low',
    text: 'Its containers are gone at once, with what they have written.',
  },
  'secret rm': {
    level: 'low',
    text: 'The secret is gone for good: nobody can read it back.',
  },
  push: {
    level: 'medium',
    text: 'The image leaves this machine, with everything that is in its layers.',
  },
  login: {
    level: 'low',
    text: 'Later pulls and pushes on this machine use this sign-in until you log out.',
  },
};
