import { parseRun } from '../run/parse-run';
import { readImport, readLoad, readSave } from './archives';
import { readBuild } from './build';
import {
  containerVerbs,
  readContainers,
  readExec,
  readListContainers,
  readLogs,
  readPort,
} from './containers';
import { readCopy } from './copy';
import { readContext, readDiskUsage, readEnginePrune, readLogin, readLogout } from './engine';
import {
  readHistory,
  readListImages,
  readPull,
  readPush,
  readRemoveImages,
  readSearch,
  readTag,
} from './images';
import { readCommit, readExport, readPruneContainers, readUpdate } from './kept-containers';
import { readConnectNetwork, readCreateNetwork } from './networks';
import { readAboutEngine, readInspect, readNamedObject, readPrune } from './objects';
import type { RequestReader } from './request-reader';
import { readDiff, readEvents, readStats, readTop } from './watched-containers';

/** How each command that is ours becomes a request, by the command's short form. */
export const requestReaders: Readonly<Record<string, RequestReader>> = {
  run: ({ options, surroundings }) => parseRun(options, true, surroundings),
  create: ({ options, surroundings }) => parseRun(options, false, surroundings),
  ...Object.fromEntries(containerVerbs.map((verb) => [verb, readContainers])),
  ps: readListContainers,
  exec: readExec,
  logs: readLogs,
  port: readPort,
  top: readTop,
  stats: readStats,
  diff: readDiff,
  events: readEvents,
  cp: readCopy,
  update: readUpdate,
  commit: readCommit,
  export: readExport,
  'container prune': readPruneContainers,
  images: readListImages,
  pull: readPull,
  rmi: readRemoveImages,
  tag: readTag,
  build: readBuild,
  push: readPush,
  history: readHistory,
  save: readSave,
  load: readLoad,
  import: readImport,
  search: readSearch,
  'image prune': readEnginePrune('images'),
  'system prune': readEnginePrune('system'),
  'builder prune': readEnginePrune('build-cache'),
  'system df': readDiskUsage,
  'context ls': readContext('ls'),
  'context show': readContext('show'),
  'context use': readContext('use'),
  login: readLogin,
  logout: readLogout,
  inspect: readInspect,
  'network inspect': readInspect,
  'volume inspect': readInspect,
  'network create': readCreateNetwork,
  'network connect': readConnectNetwork,
  'network disconnect': readNamedObject,
  'network ls': readNamedObject,
  'network rm': readNamedObject,
  'network prune': readPrune('network'),
  'volume create': readNamedObject,
  'volume ls': readNamedObject,
  'volume rm': readNamedObject,
  'volume prune': readPrune('volume'),
  version: readAboutEngine('version'),
  info: readAboutEngine('info'),
};
