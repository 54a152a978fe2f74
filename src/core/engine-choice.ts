/** An engine that could be used: one that answers now, or one that a docker context names. */
export interface EngineChoice {
  /** What the setting takes to mean it: `unix:///run/podman/podman.sock`, `context:lab`. */
  readonly address: string;
  /** The name of the docker context; `undefined` for an engine found in another way. */
  readonly context: string | undefined;
  /** Who names it, for people: `Podman without root`, `the docker context “lab”`. */
  readonly origin: string;
  /** Where it is: `ssh://me@box`. */
  readonly url: string;
  readonly state: EngineChoiceState;
}

export type EngineChoiceState =
  | { readonly kind: 'answers'; readonly name: string; readonly version: string }
  /** Nobody has answered yet, and there is still time. */
  | { readonly kind: 'asked' }
  /** The reason in one sentence. */
  | { readonly kind: 'silent'; readonly reason: string };

/** What the setting begins with when it names a docker context. */
export const contextPrefix = 'context:';
