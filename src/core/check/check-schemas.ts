import * as z from 'zod/mini';
import { isInnerPath } from '../validation/inner-path';
import type { Check, ContainerSelector } from './check';
import { engineActions } from './engine-actions';

const text = z.string().check(z.minLength(1));

/** `nginx`, or `{ image: nginx }` for the newest container of an image. */
const selector = z.union(
  [
    z.pipe(
      text,
      z.transform((name) => ({ name })),
    ),
    z.strictObject({ image: text }),
  ],
  'names a container: its name, or { image: IMAGE } for the newest one of an image.',
);

/** In YAML, `8080` and `true` are no texts; here they are meant as such. */
const word = z.pipe(
  z.union([z.string(), z.number(), z.boolean()], 'must be text.'),
  z.transform(String),
);
const words = z.record(z.string(), word);

const port = z.int().check(z.minimum(1), z.maximum(65535));
const portWords = 'must be a port such as 80/tcp.';
const containerPort = z.string(portWords).check(z.regex(/^\d+\/(?:tcp|udp|sctp)$/, portWords));
const exitCode = z.int().check(z.minimum(0), z.maximum(255));

const innerPath = z
  .string()
  .check(
    z.refine(isInnerPath, 'must be a path inside the working folder, such as site/index.html.'),
  );

const regularExpression = z
  .string()
  .check(z.refine(isRegularExpression, 'is not a valid regular expression.'));

const liveFact = z.enum(['engine.version', 'engine.name', 'engine.containersRunning']);
const liveValue = z.union(
  [
    z.pipe(
      liveFact,
      z.transform((fact) => ({ fact })),
    ),
    containerValue('container.id'),
    containerValue('container.image'),
    containerValue('container.user'),
  ],
  'is engine.version, engine.name, engine.containersRunning, or a value of a container such as { container.id: NAME } (also container.image, container.user).',
);

/**
 * What each subject may say, as it stands in a lesson, turned into our type. A new kind of check is
 * a new row here, a type in `check.ts` and a judge in `judges/`.
 */
export const checkSchemas = {
  container: z.pipe(
    z.strictObject({
      say: text,
      container: selector,
      is: z.optional(z.enum(['created', 'running', 'paused', 'restarting', 'exited', 'dead'])),
      'exit-code': z.optional(exitCode),
      image: z.optional(text),
      publishes: z.optional(z.record(containerPort, port)),
      mount: z.optional(
        z.strictObject({
          at: text,
          'read-only': z.optional(z.boolean()),
          kind: z.optional(z.enum(['bind', 'volume', 'tmpfs'])),
        }),
      ),
      environment: z.optional(words),
      labels: z.optional(words),
      user: z.optional(word),
    }),
    z.transform(
      ({ 'exit-code': exitCode, mount, ...rest }): Check => ({
        kind: 'container',
        ...rest,
        exitCode,
        mount: mount && { at: mount.at, kind: mount.kind, readOnly: mount['read-only'] },
      }),
    ),
  ),
  gone: z.pipe(
    z.strictObject({ say: text, gone: selector }),
    z.transform(({ say, gone }): Check => ({ kind: 'gone', say, container: gone })),
  ),
  happened: z.pipe(
    z.strictObject({
      say: text,
      happened: z.enum(engineActions),
      image: z.optional(text),
      name: z.optional(text),
      'exit-code': z.optional(exitCode),
    }),
    z.transform(
      ({ happened, 'exit-code': exitCode, ...rest }): Check => ({
        kind: 'happened',
        action: happened,
        exitCode,
        ...rest,
      }),
    ),
  ),
  image: z.pipe(
    z.strictObject({
      say: text,
      image: text,
      exposes: z.optional(containerPort),
      user: z.optional(word),
      'working-directory': z.optional(text),
    }),
    z.transform(
      ({ 'working-directory': workingDirectory, ...rest }): Check => ({
        kind: 'image',
        workingDirectory,
        ...rest,
      }),
    ),
  ),
  port: z.pipe(
    z.strictObject({ say: text, port, is: z.enum(['free', 'answering']) }),
    z.transform((rest): Check => ({ kind: 'port', ...rest })),
  ),
  http: z.pipe(
    z.strictObject({
      say: text,
      http: z.url({
        protocol: /^https?$/,
        error: 'must be an address such as http://localhost:8080.',
      }),
      status: z._default(z.int().check(z.minimum(100), z.maximum(599)), 200),
      contains: z.optional(word),
      'contains-file': z.optional(innerPath),
    }),
    z.transform(
      ({ http, 'contains-file': containsFile, ...rest }): Check => ({
        kind: 'http',
        url: http,
        containsFile,
        ...rest,
      }),
    ),
  ),
  file: z.pipe(
    z.strictObject({
      say: text,
      file: innerPath,
      contains: z.optional(word),
      matches: z.optional(regularExpression),
      lint: z.optional(z.literal('clean')),
    }),
    z.transform(({ file, ...rest }): Check => ({ kind: 'file', path: file, ...rest })),
  ),
  command: z.pipe(
    z.strictObject({
      say: text,
      command: z.array(word).check(z.minLength(1)),
      in: selector,
      'exit-code': z.optional(
        z.union([exitCode, z.literal('not zero')], 'must be a number from 0 to 255, or not zero.'),
      ),
      'output-contains': z.optional(word),
    }),
    z.transform(
      ({ in: container, 'exit-code': code, 'output-contains': output, ...rest }): Check => ({
        kind: 'command',
        container,
        exitCode: code,
        outputContains: output,
        ...rest,
      }),
    ),
  ),
  answer: z.pipe(
    z.strictObject({
      say: text,
      answer: z.string().check(z.regex(/^[a-z][a-z0-9-]*$/, 'is an id such as "version".')),
      ask: text,
      equals: liveValue,
    }),
    z.transform(({ answer, ...rest }): Check => ({ kind: 'answer', id: answer, ...rest })),
  ),
};

/** The keys that say what a check is about. */
export type Subject = keyof typeof checkSchemas;

function containerValue<Fact extends string>(fact: Fact) {
  return z.pipe(
    z.strictObject({ [fact]: selector }),
    z.transform((value) => ({ fact, container: value[fact] as ContainerSelector })),
  );
}

function isRegularExpression(pattern: string): boolean {
  try {
    return new RegExp(pattern, 'm').flags === 'm';
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}
