import type { BuildRequest } from '../../../core/command/request';

/** The parameters of `POST /build` that do not depend on what is built from. */
export function buildQuery(request: BuildRequest, labels: Readonly<Record<string, string>>) {
  const { limits } = request;
  return {
    t: request.tags,
    buildargs: request.buildArguments,
    labels: { ...request.labels, ...labels },
    target: request.target,
    platform: request.platform,
    nocache: flag(request.noCache),
    pull: flag(request.pull),
    q: flag(request.quiet),
    squash: flag(request.squash),
    networkmode: request.network,
    extrahosts: request.extraHosts,
    securityopt: request.securityOptions,
    cachefrom: list(request.cacheFrom),
    cgroupparent: request.cgroupParent,
    isolation: request.isolation,
    rm: request.keepContainers ? 0 : 1,
    // The container of a step that fails can carry no label, so that no clean-up would find it.
    forcerm: flag(request.forceRemove || !request.keepContainers),
    memory: limits.memory,
    memswap: limits.memorySwap,
    cpushares: limits.cpuShares,
    cpuperiod: limits.cpuPeriod,
    cpuquota: limits.cpuQuota,
    cpusetcpus: limits.cpusetCpus,
    cpusetmems: limits.cpusetMems,
    shmsize: limits.shmSize,
    ulimits: list(limits.ulimits),
  };
}

function flag(isOn: boolean): 1 | undefined {
  return isOn ? 1 : undefined;
}

/** These two are one parameter each, that holds the list as JSON. */
function list(values: readonly unknown[] | undefined): string | undefined {
  return values === undefined || values.length === 0 ? undefined : JSON.stringify(values);
}
