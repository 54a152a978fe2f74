import type { ContainerState } from '../engine';

/**
 * A check: one statement about the engine or the learner's files that must hold. Checks are data in
 * a lesson (`yaml checks`); `parse-checks.ts` reads them, `evaluate-checks.ts` judges them.
 */
export type Check =
  | ContainerCheck
  | GoneCheck
  | HappenedCheck
  | ImageCheck
  | PortCheck
  | HttpCheck
  | FileCheck
  | CommandCheck
  | AnswerCheck;

interface CheckBase {
  /** The statement in words, Markdown inline: "A container named `nginx` is running". */
  readonly say: string;
}

/** Which container is meant: by name, or the newest one of an image. */
export type ContainerSelector = { readonly name: string } | { readonly image: string };

/** Something is so now about a container. Every property given must hold. */
export interface ContainerCheck extends CheckBase {
  readonly kind: 'container';
  readonly container: ContainerSelector;
  readonly is?: ContainerState | undefined;
  readonly exitCode?: number | undefined;
  /** The image it was made from, as written in the run command; a missing tag means `latest`. */
  readonly image?: string | undefined;
  /** Container port to host port. */
  readonly publishes?: Readonly<Record<string, number>> | undefined;
  readonly mount?:
    | {
        readonly at: string;
        readonly readOnly?: boolean | undefined;
        readonly kind?: 'bind' | 'volume' | 'tmpfs' | undefined;
      }
    | undefined;
  readonly environment?: Readonly<Record<string, string>> | undefined;
  /** Labels and their values. */
  readonly labels?: Readonly<Record<string, string>> | undefined;
  readonly user?: string | undefined;
}

/** It is no longer there, after it was: never true of what never existed. */
export interface GoneCheck extends CheckBase {
  readonly kind: 'gone';
  readonly container: ContainerSelector;
}

/** It happened since the exercise was begun, as the engine's events tell. */
export interface HappenedCheck extends CheckBase {
  readonly kind: 'happened';
  /** The engine's verb: `create`, `start`, `die`, `pull`, `exec_start`, `destroy` …. */
  readonly action: string;
  readonly image?: string | undefined;
  readonly name?: string | undefined;
  readonly exitCode?: number | undefined;
}

/** Something is so about an image on the engine. */
export interface ImageCheck extends CheckBase {
  readonly kind: 'image';
  readonly image: string;
  readonly exposes?: string | undefined;
  readonly user?: string | undefined;
  readonly workingDirectory?: string | undefined;
}

/** Whether anything answers on a TCP port of this machine. */
export interface PortCheck extends CheckBase {
  readonly kind: 'port';
  readonly port: number;
  readonly is: 'free' | 'answering';
}

export interface HttpCheck extends CheckBase {
  readonly kind: 'http';
  readonly url: string;
  readonly status: number;
  /** Text the answer's body must contain. */
  readonly contains?: string | undefined;
  /** The body must contain the text of this file of the learner's. */
  readonly containsFile?: string | undefined;
}

/** Something is so about a file in the learner's working folder. */
export interface FileCheck extends CheckBase {
  readonly kind: 'file';
  readonly path: string;
  readonly contains?: string | undefined;
  /** A regular expression in the notation of JavaScript, matched line by line (flag `m`). */
  readonly matches?: string | undefined;
  /** `clean`: our own linter finds nothing of level warning or above in this Dockerfile. */
  readonly lint?: 'clean' | undefined;
}

/** A command's result in a running container. */
export interface CommandCheck extends CheckBase {
  readonly kind: 'command';
  readonly container: ContainerSelector;
  readonly command: readonly string[];
  readonly exitCode?: number | 'not zero' | undefined;
  readonly outputContains?: string | undefined;
}

/** The learner types what they read; it is compared with the live value. */
export interface AnswerCheck extends CheckBase {
  readonly kind: 'answer';
  /** Unique in the exercise. */
  readonly id: string;
  /** The label of the input field. */
  readonly ask: string;
  /** Where the right answer comes from. */
  readonly equals:
    | { readonly fact: 'engine.version' | 'engine.name' | 'engine.containersRunning' }
    | {
        readonly fact: 'container.id' | 'container.image' | 'container.user';
        readonly container: ContainerSelector;
      };
}

/** How a check came out, in words a learner understands. */
export interface CheckResult {
  readonly say: string;
  readonly outcome: 'pass' | 'fail' | 'skip';
  /** Of a failure: what was expected. */
  readonly expected?: string | undefined;
  /** Of a failure: what was found instead; of a skip: what the engine lacks. */
  readonly found?: string | undefined;
}

/** The result of all checks of an exercise; it is done when none failed and one passed. */
export interface ExerciseResult {
  readonly done: boolean;
  readonly checks: readonly CheckResult[];
}
