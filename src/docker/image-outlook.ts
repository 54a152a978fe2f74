import type { ImageOutlook } from '../core/engine';
import { asAnswer } from './answer';
import type { Engine } from './engine';
import { readRegistryImage } from './registry-manifest';

/** Milliseconds that a registry may take; an explanation does not wait longer. */
const patience = 2000;

/**
 * Whether an image is on the engine, and if not, how many bytes a pull would bring, as far as its
 * registry tells.
 */
export async function readImageOutlook(engine: Engine, reference: string): Promise<ImageOutlook> {
  const present = await engine.image(reference);
  if (present !== undefined) return { isPresent: true, size: present.size };
  const info = asAnswer(
    await engine.connection.json({ method: 'GET', path: '/info', timeout: patience }),
    'the engine',
  );
  const from = { mirrors: mirrorsOf(info), architecture: goArchitecture(info.Architecture) };
  const image = await readRegistryImage(reference, from, AbortSignal.timeout(patience));
  return { isPresent: false, size: image?.size };
}

function mirrorsOf(info: Readonly<Record<string, unknown>>): readonly string[] {
  const config = info.RegistryConfig;
  const mirrors =
    typeof config === 'object' && config !== null && 'Mirrors' in config ? config.Mirrors : [];
  return Array.isArray(mirrors) ? mirrors.filter((mirror) => typeof mirror === 'string') : [];
}

/** The engine names its architecture as the kernel does, registries as Go does. */
function goArchitecture(kernel: unknown): string {
  const names: Readonly<Record<string, string>> = { x86_64: 'amd64', aarch64: 'arm64' };
  return names[String(kernel)] ?? String(kernel);
}
