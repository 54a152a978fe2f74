import type { Rule } from '../rule';
import { pinBaseImage } from './dl3006-pin-base-image';
import { avoidLatestTag } from './dl3007-avoid-latest-tag';

/** All rules, by their codes. */
export const rules: readonly Rule[] = [pinBaseImage, avoidLatestTag];
