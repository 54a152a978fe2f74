import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runProgram } from '../editor/run-program.mjs';
import { askEngine, tellEngine } from './engine-api.mjs';

/** @typedef {import('./engine-api.mjs').Endpoint} Endpoint */

/** The label by which a stand-in is known; its value is the recipe's hash. */
export const standInLabel = 'container-labs.stand-in';

/**
 * Builds an image from its recipe, under the given references.
 * @param {Endpoint} endpoint
 * @param {import('./recipes.mjs').Recipe} recipe
 * @param {readonly string[]} references
 */
export async function buildImage(endpoint, recipe, references) {
  const context = await mkdtemp(join(tmpdir(), `container-labs-${recipe.name}-`));
  try {
    await cp(recipe.folder, context, { recursive: true });
    if (existsSync(join(context, 'prepare.sh'))) {
      await runProgram('bash', ['prepare.sh'], { cwd: context });
    }
    const query = new URLSearchParams(references.map((reference) => ['t', reference]));
    query.set('rm', '1');
    query.set('forcerm', '1');
    query.set('labels', JSON.stringify(labelsOf(recipe)));
    await tellEngine(endpoint, {
      method: 'POST',
      path: `/build?${query}`,
      body: archive(context),
    });
  } finally {
    await rm(context, { recursive: true, force: true });
  }
}

/** @param {import('./recipes.mjs').Recipe} recipe */
function labelsOf({ name, hash }) {
  return {
    'org.opencontainers.image.description': `A small stand-in for ${name}, built from Debian's packages for machines without a registry`,
    [standInLabel]: hash,
  };
}

/** @param {string} folder */
function archive(folder) {
  return spawn('tar', ['-cf', '-', '-C', folder, '--exclude', './prepare.sh', '.'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  }).stdout;
}

/**
 * @param {Endpoint} endpoint
 * @param {string} repository With the registry's address in front.
 * @param {string} tag
 */
export async function pushImage(endpoint, repository, tag) {
  await tellEngine(endpoint, {
    method: 'POST',
    path: `/images/${repository}/push?tag=${tag}`,
    headers: { 'X-Registry-Auth': Buffer.from('{}').toString('base64') },
  });
}

/**
 * @param {Endpoint} endpoint
 * @param {string} repository
 * @param {string} tag
 */
export async function pullImage(endpoint, repository, tag) {
  const query = new URLSearchParams({ fromImage: repository, tag });
  await tellEngine(endpoint, { method: 'POST', path: `/images/create?${query}` });
}

/**
 * @param {Endpoint} endpoint
 * @param {string} source
 * @param {string} repository
 * @param {string} tag
 */
export async function tagImage(endpoint, source, repository, tag) {
  const query = new URLSearchParams({ repo: repository, tag });
  await tellEngine(endpoint, { method: 'POST', path: `/images/${source}/tag?${query}` });
}

/**
 * The hash of the recipe that an image was built from: empty for an image that is no stand-in,
 * `undefined` for one that is not there.
 * @param {Endpoint} endpoint
 * @param {string} reference
 * @returns {Promise<string | undefined>}
 */
export async function readStandIn(endpoint, reference) {
  const { status, text } = await askEngine(endpoint, { path: `/images/${reference}/json` });
  return status === 200 ? (JSON.parse(text).Config?.Labels?.[standInLabel] ?? '') : undefined;
}

/**
 * Takes a name from an image, and the image with it when it has no other and nobody uses it.
 * @param {Endpoint} endpoint
 * @param {string} reference
 */
export async function removeImage(endpoint, reference) {
  await askEngine(endpoint, { method: 'DELETE', path: `/images/${reference}` });
}
