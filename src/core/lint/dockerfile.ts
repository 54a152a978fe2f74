/** The parsed Dockerfile that rules see. */
export interface Dockerfile {
  readonly text: string;
}
