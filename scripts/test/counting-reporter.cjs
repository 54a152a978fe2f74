const { writeFileSync } = require('node:fs');
const { Runner, reporters } = require('mocha');

/**
 * Prints as mocha's `spec` does, with each test that is tried once more, and leaves the counts in the file that the variable
 * CONTAINER_LABS_COUNTS names, for `npm test` to sum up.
 */
class CountingReporter extends reporters.Spec {
  /**
   * @param {import('mocha').Runner} runner
   * @param {import('mocha').MochaOptions} options
   */
  constructor(runner, options) {
    super(runner, options);
    runner.on(Runner.constants.EVENT_TEST_RETRY, (test, error) => {
      reporters.Base.consoleLog(`  RETRIED: ${test.fullTitle()}: ${error.message.split('\n')[0]}`);
    });
    const file = process.env.CONTAINER_LABS_COUNTS;
    if (!file) return;
    runner.once(Runner.constants.EVENT_RUN_END, () => {
      const { passes, failures, pending } = this.stats;
      const counts = { passed: passes, failed: failures, skipped: pending };
      writeFileSync(file, JSON.stringify(counts));
    });
  }
}

module.exports = CountingReporter;
