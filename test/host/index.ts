import { appendFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { format } from 'node:util';
import Mocha from 'mocha';

/** Where a test run wants its report; the editor's own console also carries everything else. */
const reportFile = process.env.CONTAINER_LABS_REPORT;

/** VS Code calls this in the extension host: runs every test file of this folder. */
export function run(): Promise<void> {
  if (reportFile !== undefined) {
    Mocha.reporters.Base.consoleLog = (...args: unknown[]) =>
      appendFileSync(reportFile, `${format(...args)}\n`);
  }
  const mocha = new Mocha({
    ui: 'bdd',
    color: false,
    timeout: 20_000,
    retries: 1,
    forbidOnly: true,
    reporter: resolve(__dirname, '../../../scripts/test/counting-reporter.cjs'),
  });
  for (const file of readdirSync(__dirname, { recursive: true, encoding: 'utf8' })) {
    if (file.endsWith('.test.js')) mocha.addFile(join(__dirname, file));
  }
  return new Promise((done, reject) => {
    mocha.run((failures) => {
      if (failures === 0) done();
      else reject(new Error(`${failures} tests failed in the extension host.`));
    });
  });
}
