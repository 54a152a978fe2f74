import type { Dockerfile } from './dockerfile';

/** How serious a finding is, in hadolint's words, the most serious first. */
export type Severity = (typeof severities)[number];

export const severities = ['error', 'warning', 'info', 'style'] as const;

/** A place in the text, zero-based, end exclusive; characters are UTF-16 code units. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

export interface Position {
  readonly line: number;
  readonly character: number;
}

/** One replacement. Edits of a fix never overlap. */
export interface Edit {
  readonly range: Range;
  readonly text: string;
}

/** A repair the user can choose. */
export interface Fix {
  /** What it does, as a menu shows it: "Pin `nginx` to `1.27`". */
  readonly title: string;
  readonly edits: readonly Edit[];
  /** Mechanical and safe: part of fix-all and fix on save. */
  readonly automatic: boolean;
}

/** What a rule yields. The runner adds the rest. */
export interface Problem {
  readonly range: Range;
  /** One sentence about this place. */
  readonly message: string;
  readonly fixes?: readonly Fix[];
}

/** What the user sees. */
export interface Finding extends Problem {
  readonly code: string;
  readonly severity: Severity;
  /** First line of the instruction it is about, zero-based: a comment above it can ignore it. */
  readonly line: number;
}

/** One lint rule: data first, the judgement last. A rule sees the parsed Dockerfile only. */
export interface Rule {
  /** hadolint's code where it has the rule, such as `DL3006`; else ours, `CL0001`. */
  readonly code: string;
  /** A readable name, the same as the file's: `pin-base-image`. */
  readonly name: string;
  readonly severity: Severity;
  /** One sentence for tables: "Pin the base image to a version." */
  readonly summary: string;
  /** Two sentences at most: why it matters. */
  readonly why: string;
  /** A wrong and a right piece of Dockerfile, for hovers and documents. */
  readonly example: { readonly bad: string; readonly good: string };
  /** The lesson that teaches it, if there is one: `introduction/node-app`. */
  readonly lesson?: string;
  /** BuildKit's check of the same thing: `# check=skip=…` with its name silences the rule too. */
  readonly buildCheck?: string;
  /** Whether what ONBUILD puts off is judged as well, as a file of its own without FROM. */
  readonly alsoInOnbuild?: true;
  check(file: Dockerfile): Iterable<Problem>;
}
