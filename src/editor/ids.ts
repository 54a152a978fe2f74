/*
 * Every id that package.json contributes, once. `test/unit/manifest.test.ts` compares the two in
 * both directions.
 */

export const commandIds = {
  openLesson: 'containerLabs.openLesson',
  continueCourse: 'containerLabs.continueCourse',
  revealLesson: 'containerLabs.revealLesson',
  resetLesson: 'containerLabs.resetLesson',
  resetAll: 'containerLabs.resetAll',
  reloadCourse: 'containerLabs.reloadCourse',
  openWorkingFolder: 'containerLabs.openWorkingFolder',
  openPrompt: 'containerLabs.openPrompt',
  engineMenu: 'containerLabs.engineMenu',
  findEngine: 'containerLabs.findEngine',
  chooseEndpoint: 'containerLabs.chooseEndpoint',
  getEngine: 'containerLabs.getEngine',
  refreshEngine: 'containerLabs.refreshEngine',
  cleanUp: 'containerLabs.cleanUp',
  openTerminal: 'containerLabs.openTerminal',
  showLogs: 'containerLabs.showLogs',
  openInBrowser: 'containerLabs.openInBrowser',
  inspect: 'containerLabs.inspect',
  startContainer: 'containerLabs.startContainer',
  stopContainer: 'containerLabs.stopContainer',
  remove: 'containerLabs.remove',
  turnRuleOff: 'containerLabs.turnRuleOff',
  showLog: 'containerLabs.showLog',
} as const;

export type CommandId = (typeof commandIds)[keyof typeof commandIds];

export const viewIds = {
  container: 'containerLabs',
  course: 'containerLabs.course',
  engine: 'containerLabs.engine',
} as const;

export const panelIds = {
  lesson: 'containerLabs.lesson',
} as const;

export const settingIds = {
  endpoint: 'containerLabs.engine.endpoint',
  workingFolder: 'containerLabs.workingFolder',
  lintEnable: 'containerLabs.lint.enable',
  lintSeverity: 'containerLabs.lint.severity',
} as const;

/** Facts that `when` clauses of the manifest ask for. */
export const contextKeys = {
  courseState: 'containerLabs.courseState',
  engineState: 'containerLabs.engineState',
  hasLabObjects: 'containerLabs.hasLabObjects',
  lessonOpen: 'containerLabs.lessonOpen',
} as const;

/** The kind of code action that repairs a whole Dockerfile, also on save. */
export const fixAllKind = 'source.fixAll.containerLabs';
