import type { Options } from '../parse-options';
import { wrongValue } from '../parse-values';

/** Capabilities as the engine writes them, each once, in order of the alphabet. */
export function capabilityNames(values: readonly string[]): readonly string[] {
  return [...new Set(values.map(capabilityName))].sort();
}

/** The engine takes `NET_ADMIN`, `CAP_NET_ADMIN` and small letters; one spelling is sent. */
function capabilityName(name: string): string {
  const upper = name.trim().toUpperCase();
  return upper === 'ALL' || upper.startsWith('CAP_') ? upper : `CAP_${upper}`;
}

const profile = /^seccomp[=:](?!(?:unconfined|builtin)$)(.+)$/;

/** The path of the seccomp profile to send, if one is asked for. */
export function seccompProfile(options: Options): string | undefined {
  return options
    .all('security-opt')
    .flatMap((option) => profile.exec(option)?.[1] ?? [])
    .at(-1);
}

/** What `--security-opt` asks for, in the fields of the Engine API. */
export interface SecurityOptions {
  readonly SecurityOpt: readonly string[] | undefined;
  /** Empty: nothing of `/proc` and `/sys` is hidden. */
  readonly MaskedPaths: readonly string[] | undefined;
  readonly ReadonlyPaths: readonly string[] | undefined;
}

/** The profile of seccomp is left out: it is sent as its content, which the executor reads. */
export function securityOptions(options: Options): SecurityOptions {
  const given = options.all('security-opt');
  for (const option of given) {
    if (/^no-new-privileges\b/.test(option) || /^[^=:]+[=:].+$/.test(option)) continue;
    throw wrongValue('security-opt', option, 'Write it as NAME=VALUE, or no-new-privileges.');
  }
  const kept = given.filter((option) => !profile.test(option) && option !== unhidden);
  const paths = given.includes(unhidden) ? [] : undefined;
  return {
    SecurityOpt: kept.length === 0 ? undefined : kept,
    MaskedPaths: paths,
    ReadonlyPaths: paths,
  };
}

/** The client’s own word, which the engine does not know. */
const unhidden = 'systempaths=unconfined';
