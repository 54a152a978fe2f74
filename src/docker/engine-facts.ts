import type { EngineFacts } from '../core/engine';
import { type Answer, answers, number, required, strings, text } from './answer';

/** Facts of the engine from its answers to `/version` and `/info`. */
export function toEngineFacts(version: Answer, info: Answer, endpoint: string): EngineFacts {
  const security = strings(info, 'SecurityOptions').map(securityName);
  return {
    name: engineName(version),
    version: required(version, 'Version', 'itself'),
    apiVersion: text(version, 'ApiVersion'),
    operatingSystem: text(info, 'OperatingSystem'),
    kernelVersion: text(info, 'KernelVersion') || text(version, 'KernelVersion'),
    architecture: text(info, 'Architecture') || text(version, 'Arch'),
    rootless: security.includes('rootless'),
    cgroupVersion: cgroupVersion(text(info, 'CgroupVersion')),
    security: security.filter((name) => name !== 'rootless' && name !== 'cgroupns'),
    containersRunning: number(info, 'ContainersRunning') ?? 0,
    endpoint,
  };
}

/** Who answers the API, by what it says of its version. */
export function engineName(version: Answer): EngineFacts['name'] {
  const components = answers(version, 'Components').map((component) => text(component, 'Name'));
  if (components.some((name) => name.startsWith('Podman'))) return 'Podman';
  return components.includes('Engine') || components.length === 0 ? 'Docker' : 'unknown';
}

/** `name=seccomp,profile=default` or, of old engines, `seccomp`. */
function securityName(option: string): string {
  return /(?:^|,)name=([^,]+)/.exec(option)?.[1] ?? option;
}

function cgroupVersion(value: string): 1 | 2 | undefined {
  return value === '1' ? 1 : value === '2' ? 2 : undefined;
}
