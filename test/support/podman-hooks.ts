import { podmanDifferences } from './podman-differences';

/** For mocha's `--require`: what Podman cannot pass is skipped, and the reason is said. */
export const mochaHooks = {
  beforeEach(this: Mocha.Context): void {
    const title = this.currentTest?.fullTitle() ?? '';
    const difference = podmanDifferences.find((known) => known.title.test(title));
    if (difference === undefined) return;
    process.stderr.write(`SKIPPED on Podman: ${title}: ${difference.reason}\n`);
    this.skip();
  },
};
