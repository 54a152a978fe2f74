import assert from 'node:assert/strict';
import fc from 'fast-check';
import { evaluateTemplate } from '../../../../src/core/format/template/evaluate-template';
import { parseTemplate } from '../../../../src/core/format/template/parse-template';
import { LabError } from '../../../../src/core/lab-error';

const value = {
  Id: 'abc',
  Name: '/web',
  ApiVersion: '1.41',
  State: { Running: true, ExitCode: 0 },
  Mounts: [{ Source: 'a' }, { Source: 'b' }],
  Ports: { '80/tcp': [{ HostPort: '8080' }], '443/tcp': null },
  Env: ['A=1', 'B=<2>'],
};

function prints(template: string, expected: string): void {
  it(`${template} prints ${JSON.stringify(expected)}`, () => {
    assert.equal(evaluateTemplate(parseTemplate(template), value), expected);
  });
}

function refuses(template: string, message: RegExp): void {
  it(`${template} is refused`, () => {
    assert.throws(
      () => evaluateTemplate(parseTemplate(template), value),
      (error) => error instanceof LabError && error.code === 'usage' && message.test(error.message),
    );
  });
}

describe('Go templates', () => {
  prints('plain', 'plain');
  prints('{{.Name}}', '/web');
  prints('{{ .State.Running }} {{.State.ExitCode}}', 'true 0');
  prints('{{.ID}} {{.APIVersion}}', 'abc 1.41');
  prints('{{json .State}}', '{"Running":true,"ExitCode":0}');
  prints('{{json .Env}}', '["A=1","B=<2>"]');
  prints('{{.Env}}', '[A=1 B=<2>]');
  prints('{{.State}}', 'map[ExitCode:0 Running:true]');
  prints('{{range .Mounts}}[{{.Source}}]{{end}}', '[a][b]');
  prints('{{range $i, $m := .Mounts}}{{$i}}={{$m.Source}} {{end}}', '0=a 1=b ');
  prints('{{range $p, $b := .Ports}}{{$p}} {{end}}', '443/tcp 80/tcp ');
  prints('{{(index (index .Ports "80/tcp") 0).HostPort}}', '8080');
  prints('{{if .State.Running}}up{{else}}down{{end}}', 'up');
  prints('{{if eq .State.ExitCode 1}}a{{else if eq .Name "/web"}}b{{else}}c{{end}}', 'b');
  prints('{{with .State}}{{.ExitCode}}{{end}}', '0');
  prints('{{.Name | upper | printf "%s!"}}', '/WEB!');
  prints('{{join .Env ","}}', 'A=1,B=<2>');
  prints('{{$x := .Name}}{{$x}}', '/web');
  prints('a {{- .Id -}} b', 'aabcb');
  prints('{{/* nothing */}}x', 'x');
  prints('{{index .Ports "nope"}}', '<no value>');
  prints('{{"{{"}}{{`}}`}}', '{{}}');
  prints('{{len .Mounts}}{{and .Id ""}}{{or "" .Id}}{{not .Id}}', '2abcfalse');
  refuses('{{.Nope}}', /\.Nope/);
  refuses('{{.Name.Nope}}', /\.Nope/);
  refuses('{{.Name', /not closed/);
  refuses('{{if .Name}}', /end/);
  refuses('{{end}}', /end/);
  refuses('{{nope .}}', /nope/);
  refuses('{{}}', /missing/);

  it('throws nothing but its own error, whatever the text', () => {
    const words = fc.constantFrom(
      '{{',
      '}}',
      '.',
      '.Id',
      'range',
      'end',
      'else',
      'if',
      '$x',
      ':=',
      '|',
      '(',
      ')',
      '"',
      'json',
      ' ',
      '-',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(words, fc.string())), (parts) => {
        try {
          evaluateTemplate(parseTemplate(parts.join('')), value);
        } catch (error) {
          assert.ok(error instanceof LabError, String(error));
        }
      }),
    );
  });
});
