import { z } from 'zod';
import type { Check } from './check';

/** `nginx`, or `{ image: nginx }` for the newest container of an image. */
const selector = z.union([
  z
    .string()
    .min(1)
    .transform((name) => ({ name })),
  z.strictObject({ image: z.string().min(1) }),
]);

const say = z.string().min(1);
const strings = z.record(z.string(), z.coerce.string());
const port = z.number().int().min(1).max(65535);
const containerPort = z.string().regex(/^\d+\/(?:tcp|udp|sctp)$/, 'a port looks like 80/tcp.');
const exitCode = z.number().int().min(0).max(255);

const regularExpression = z.string().refine((text) => {
  try {
    new RegExp(text, 'm');
    return true;
  } catch {
    return false;
  }
}, 'this is not a valid regular expression.');

const state = z.enum(['created', 'running', 'paused', 'restarting', 'exited', 'dead']);

/**
 * What each subject may say, as it stands in a lesson, turned into our type. A new kind of check is
 * a new row here, a type in `check.ts` and a judge in `judges/`.
 */
export const checkSchemas = {
  container: z
    .strictObject({
      say,
      container: selector,
      is: state.optional(),
      'exit-code': exitCode.optional(),
      image: z.string().optional(),
      publishes: z.record(containerPort, port).optional(),
      mount: z
        .strictObject({
          at: z.string(),
          'read-only': z.boolean().optional(),
          kind: z.enum(['bind', 'volume', 'tmpfs']).optional(),
        })
        .optional(),
      environment: strings.optional(),
      labels: strings.optional(),
      user: z.string().optional(),
    })
    .transform(
      ({ 'exit-code': code, mount, ...rest }): Check => ({
        kind: 'container',
        ...rest,
        exitCode: code,
        mount: mount && { at: mount.at, kind: mount.kind, readOnly: mount['read-only'] },
      }),
    ),
  gone: z
    .strictObject({ say, gone: selector })
    .transform(({ say, gone }): Check => ({ kind: 'gone', say, container: gone })),
  happened: z
    .strictObject({
      say,
      happened: z.string().min(1),
      image: z.string().optional(),
      name: z.string().optional(),
      'exit-code': exitCode.optional(),
    })
    .transform(
      ({ happened, 'exit-code': code, ...rest }): Check => ({
        kind: 'happened',
        action: happened,
        exitCode: code,
        ...rest,
      }),
    ),
  image: z
    .strictObject({
      say,
      image: z.string().min(1),
      exposes: containerPort.optional(),
      user: z.string().optional(),
      'working-directory': z.string().optional(),
    })
    .transform(
      ({ 'working-directory': workingDirectory, ...rest }): Check => ({
        kind: 'image',
        workingDirectory,
        ...rest,
      }),
    ),
  port: z
    .strictObject({ say, port, is: z.enum(['free', 'answering']) })
    .transform((rest): Check => ({ kind: 'port', ...rest })),
  http: z
    .strictObject({
      say,
      http: z.url({ protocol: /^https?$/ }),
      status: z.number().int().min(100).max(599).default(200),
      contains: z.string().optional(),
      'contains-file': z.string().optional(),
    })
    .transform(
      ({ http, 'contains-file': containsFile, ...rest }): Check => ({
        kind: 'http',
        url: http,
        containsFile,
        ...rest,
      }),
    ),
  file: z
    .strictObject({
      say,
      file: z.string().min(1),
      contains: z.string().optional(),
      matches: regularExpression.optional(),
      lint: z.literal('clean').optional(),
    })
    .transform(({ file, ...rest }): Check => ({ kind: 'file', path: file, ...rest })),
  command: z
    .strictObject({
      say,
      command: z.array(z.coerce.string()).min(1),
      in: selector,
      'exit-code': z.union([exitCode, z.literal('not zero')]).optional(),
      'output-contains': z.string().optional(),
    })
    .transform(
      ({
        in: container,
        'exit-code': code,
        'output-contains': outputContains,
        ...rest
      }): Check => ({
        kind: 'command',
        container,
        exitCode: code,
        outputContains,
        ...rest,
      }),
    ),
  answer: z
    .strictObject({
      say,
      answer: z.string().min(1),
      ask: z.string().min(1),
      equals: z.union([
        z
          .enum(['engine.version', 'engine.name', 'engine.containersRunning'])
          .transform((fact) => ({ fact })),
        z.strictObject({ 'container.id': selector }).transform((each) => ({
          fact: 'container.id' as const,
          container: each['container.id'],
        })),
        z.strictObject({ 'container.image': selector }).transform((each) => ({
          fact: 'container.image' as const,
          container: each['container.image'],
        })),
        z.strictObject({ 'container.user': selector }).transform((each) => ({
          fact: 'container.user' as const,
          container: each['container.user'],
        })),
      ]),
    })
    .transform(({ answer, ...rest }): Check => ({ kind: 'answer', id: answer, ...rest })),
};

/** The keys that say what a check is about. */
export type Subject = keyof typeof checkSchemas;
