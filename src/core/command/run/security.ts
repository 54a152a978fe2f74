import type { Options } from '../parse-options';

/** The path of the seccomp profile to send, if one is asked for. */
export function seccompProfile(options: Options): string | undefined {
  const profiles = options
    .all('security-opt')
    .flatMap((option) => /^seccomp[:=](.+)$/.exec(option)?.[1] ?? []);
  return profiles.findLast((profile) => !['unconfined', 'builtin'].includes(profile));
}

/** The engine takes `NET_ADMIN`, `CAP_NET_ADMIN` and small letters; one spelling is sent. */
export function capabilityName(name: string): string {
  const upper = name.trim().toUpperCase();
  return upper === 'ALL' || upper.startsWith('CAP_') ? upper : `CAP_${upper}`;
}

/** The profile of seccomp is sent as its content, which the executor reads. */
export function securityOptions(options: Options): readonly string[] | undefined {
  const kept = options
    .all('security-opt')
    .filter((option) => !/^seccomp[:=](?!unconfined$|builtin$)/.test(option))
    .map((option) => option.replace(/^(seccomp|apparmor|label|systempaths):/, '$1='));
  return kept.length === 0 ? undefined : kept;
}
