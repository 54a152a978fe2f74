import type { ShellWord, Span } from '../shell/script';
import type { DockerRequest } from './request';

/**
 * A run block, understood: its steps one after another. `plan-block.ts` makes it from the text; the
 * editor and the command line carry it out step by step.
 */
export interface Plan {
  readonly text: string;
  readonly steps: readonly PlanStep[];
}

export type PlanStep = DockerStep | ShellStep;

interface StepBase extends Span {
  /** As the shell has it: always, only after success (`&&`), only after failure (`||`). */
  readonly runs: 'always' | 'after success' | 'after failure';
}

/** A docker command that the engine carries out, without a docker client. */
export interface DockerStep extends StepBase {
  readonly kind: 'docker';
  readonly request: DockerRequest;
  /** What each word says, in the order of the text; words of the container's own command included. */
  readonly parts: readonly CommandPart[];
}

/** Something for a real shell: another program, a pipe, a redirection. */
export interface ShellStep extends StepBase {
  readonly kind: 'shell';
  readonly text: string;
  /** Why, as a noun phrase: `a pipe`, `the program mkdir`. */
  readonly because: string;
  /** The docker commands in it, as far as they can be told apart, so that their risk is known. */
  readonly docker: readonly (readonly CommandPart[])[];
  /** Whether the shell has to find the docker client, be it for a command of the client's own. */
  readonly needsClient: boolean;
}

/** One flag with its value, or one argument, at its place in the text. */
export interface CommandPart extends Span {
  /** As written: `-p 8080:80`. */
  readonly text: string;
  readonly role: 'program' | 'subcommand' | 'flag' | 'image' | 'container' | 'argument';
  /** The flag's long name without dashes, such as `publish`. */
  readonly flag: string | undefined;
  readonly value: string | undefined;
  readonly words: readonly ShellWord[];
}

/** Values that `$PWD`, `$HOME`, `$USER`, `~` and `$(pwd)` stand for; others come from `variables`. */
export interface Surroundings {
  readonly workingDirectory: string;
  readonly home: string;
  readonly user: string;
  readonly variables: Readonly<Record<string, string | undefined>>;
}

/** How much a part gives away. */
export type RiskLevel = 'none' | 'low' | 'medium' | 'high';

/** A plan in words: what Explain shows. */
export interface Explanation {
  readonly parts: readonly ExplainedPart[];
  /** What exists afterwards: containers, ports, mounts; one sentence each. */
  readonly outcome: readonly string[];
  /** The highest level of all parts. */
  readonly risk: RiskLevel;
}

export interface ExplainedPart extends Span {
  readonly text: string;
  readonly meaning: string;
  readonly risk: { readonly level: RiskLevel; readonly text: string } | undefined;
}
