import assert from 'node:assert/strict';
import { eventWriter } from '../../../../src/docker/execute/events';

const event =
  '{"status":"start","id":"abc","Type":"container","Action":"start","Actor":{"ID":"abc","Attributes":{"name":"web","image":"nginx"}},"time":1795560014,"timeNano":1795560014769575673}';

function writes(what: string, format: string | undefined, expected: string | RegExp): void {
  it(what, () => {
    const line = eventWriter(format)(event);
    if (typeof expected === 'string') assert.equal(line, expected);
    else assert.match(line, expected);
  });
}

describe('eventWriter', () => {
  writes(
    'writes time, kind, action, id and attributes by name',
    undefined,
    /^2026-11-2\dT\d\d:\d\d:14\.769575673(?:Z|[+-]\d\d:\d\d) container start abc \(image=nginx, name=web\)$/,
  );
  writes('leaves JSON as the engine wrote it', 'json', event);
  writes('knows that {{json .}} is the same', '{{json .}}', event);
  writes(
    'keeps every nanosecond',
    '{{.TimeNano}} {{.Actor.Attributes.name}}',
    '1795560014769575673 web',
  );
  writes('knows fields that an event lacks', '{{.Scope}}|{{.From}}', '|');
});
