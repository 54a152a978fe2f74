/** The oldest API that has all we ask for: Docker 20.10, Podman 4. */
const oldest = '1.41';

/** The newest API that we know: of Docker 29. A newer engine still speaks it. */
const newest = '1.52';

/** `too old`, or the API that both sides speak; `undefined` for an engine that does not say. */
export function negotiateApi(spoken: string | undefined): string | 'too old' | undefined {
  if (spoken === undefined || asNumber(spoken) === undefined) return undefined;
  if (!hasApi(spoken, oldest)) return 'too old';
  return hasApi(spoken, newest) ? newest : spoken;
}

/** Whether an API has what came with another one. An engine that says nothing has the oldest. */
export function hasApi(spoken: string | undefined, wanted: string): boolean {
  const [has, wants] = [asNumber(spoken ?? oldest) ?? asNumber(oldest), asNumber(wanted)];
  return has !== undefined && wants !== undefined && has >= wants;
}

/** The whole as one number: 1.41 is 1041. */
function asNumber(version: string): number | undefined {
  const [, first, second] = /^(\d+)\.(\d+)$/.exec(version) ?? [];
  if (first === undefined || second === undefined) return undefined;
  return Number(first) * 1000 + Number(second);
}
