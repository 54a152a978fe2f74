import dockerignore from '@balena/dockerignore';

/** Which paths of a folder stay behind. Paths are relative, with forward slashes. */
export interface IgnoreRules {
  readonly ignores: (path: string) => boolean;
  /** Something is taken in again with `!`, so that an ignored folder must still be looked into. */
  readonly hasExceptions: boolean;
}

/** Nothing stays behind. */
export const noRules: IgnoreRules = { ignores: () => false, hasExceptions: false };

/** The rules that stand in a `.dockerignore`; what is in `needed` is never left behind. */
export function parseIgnoreRules(content: string, needed: readonly string[] = []): IgnoreRules {
  const rules = dockerignore({ ignorecase: false }).add(content.replace(/^\uFEFF/, ''));
  return {
    ignores: (path) => !needed.includes(path) && rules.ignores(path),
    hasExceptions: /^\s*!/m.test(content) || needed.some((path) => rules.ignores(path)),
  };
}
