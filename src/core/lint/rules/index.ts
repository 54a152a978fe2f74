import type { Rule } from '../rule';
import { validInstruction } from './dl1000-valid-instruction';
import { absoluteWorkdir } from './dl3000-absolute-workdir';
import { endAsUser } from './dl3002-end-as-user';
import { pinBaseImage } from './dl3006-pin-base-image';
import { avoidLatestTag } from './dl3007-avoid-latest-tag';
import { pinAptPackages } from './dl3008-pin-apt-packages';
import { removeAptLists } from './dl3009-remove-apt-lists';
import { answerAptGet } from './dl3014-answer-apt-get';
import { skipRecommendedPackages } from './dl3015-skip-recommended-packages';
import { copyFiles } from './dl3020-copy-files';
import { startWithoutShell } from './dl3025-start-without-shell';
import { workdirBeforeCopy } from './dl3045-workdir-before-copy';
import { beginWithFrom } from './dl3061-begin-with-from';
import { deprecatedMaintainer } from './dl4000-deprecated-maintainer';
import { oneCmd } from './dl4003-one-cmd';

/** All rules, by their codes. */
export const rules: readonly Rule[] = [
  validInstruction,
  absoluteWorkdir,
  endAsUser,
  pinBaseImage,
  avoidLatestTag,
  pinAptPackages,
  removeAptLists,
  answerAptGet,
  skipRecommendedPackages,
  copyFiles,
  startWithoutShell,
  workdirBeforeCopy,
  beginWithFrom,
  deprecatedMaintainer,
  oneCmd,
];
