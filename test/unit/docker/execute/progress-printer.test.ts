import assert from 'node:assert/strict';
import { ProgressPrinter } from '../../../../src/docker/execute/progress-printer';
import { toProgressMessage } from '../../../../src/docker/execute/pull-progress';
import { FakeTerminal } from '../../../support/engine-streams';

const pull = [
  { status: 'Pulling from library/alpine', id: 'latest' },
  { status: 'Pulling fs layer', progressDetail: {}, id: 'aaa' },
  { status: 'Pulling fs layer', progressDetail: {}, id: 'bbb' },
  { status: 'Downloading', progressDetail: { current: 500_000, total: 1_000_000 }, id: 'aaa' },
  { status: 'Pull complete', progressDetail: {}, id: 'aaa' },
  { status: 'Digest: sha256:1' },
].map(toProgressMessage);

function printed(terminal: FakeTerminal | undefined): string {
  const printer = new ProgressPrinter(terminal);
  return pull.map((message) => printer.text(message)).join('');
}

describe('ProgressPrinter', () => {
  it('tells changes of state where there is no terminal', () => {
    assert.equal(
      printed(undefined),
      'latest: Pulling from library/alpine\naaa: Pulling fs layer\nbbb: Pulling fs layer\naaa: Pull complete\nDigest: sha256:1\n',
    );
  });

  it('draws each layer on a line of its own on a terminal', () => {
    const csi = '\u001b[';
    assert.equal(
      printed(new FakeTerminal(80)),
      [
        'latest: Pulling from library/alpine\r\n',
        `\r\n${csi}1A${csi}2K\raaa: Pulling fs layer\r${csi}1B`,
        `\r\n${csi}1A${csi}2K\rbbb: Pulling fs layer\r${csi}1B`,
        `${csi}2A${csi}2K\raaa: Downloading    500kB/1MB\r${csi}2B`,
        `${csi}2A${csi}2K\raaa: Pull complete\r${csi}2B`,
        'Digest: sha256:1\r\n',
      ].join(''),
    );
  });

  it('draws a bar where there is room', () => {
    const printer = new ProgressPrinter(new FakeTerminal(120));
    const half = toProgressMessage({
      id: 'a',
      status: 'Downloading',
      progressDetail: { current: 5, total: 10 },
    });
    assert.match(printer.text(half), /\[={25}> {25}\] {7}5B\/10B/);
  });
});
