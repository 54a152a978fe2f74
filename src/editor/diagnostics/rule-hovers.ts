import {
  Hover,
  type HoverProvider,
  MarkdownString,
  type Position,
  type TextDocument,
} from 'vscode';
import type { Rule } from '../../core/lint/rule';
import { commandIds } from '../ids';
import type { DockerfileLinter } from './dockerfile-linter';
import { lessonLink, toEditorRange } from './to-diagnostic';

/** Says why a rule exists, with a wrong and a right example, where it found something. */
export class RuleHovers implements HoverProvider {
  readonly #linter: DockerfileLinter;

  constructor(linter: DockerfileLinter) {
    this.#linter = linter;
  }

  async provideHover(document: TextDocument, position: Position): Promise<Hover | undefined> {
    const findings = (await this.#linter.findings(document)).filter((finding) =>
      toEditorRange(finding.range).contains(position),
    );
    const codes = [...new Set(findings.map(({ code }) => code))];
    const rules = await Promise.all(codes.map((code) => this.#linter.rule(code)));
    const texts = rules.filter((rule) => rule !== undefined).map(describeRule);
    return texts.length === 0 ? undefined : new Hover(texts);
  }
}

function describeRule({ code, name, why, example, lesson }: Rule): MarkdownString {
  const text = new MarkdownString();
  text.appendMarkdown('**');
  text.appendText(`${code} ${name}`);
  text.appendMarkdown('**\n\n');
  text.appendMarkdown(why);
  text.appendMarkdown('\n\nInstead of\n');
  text.appendCodeblock(example.bad, 'dockerfile');
  text.appendMarkdown('\nwrite\n');
  text.appendCodeblock(example.good, 'dockerfile');
  if (lesson !== undefined) {
    // The words above are our own rules'; still only this one command can be reached from here.
    text.isTrusted = { enabledCommands: [commandIds.openLesson] };
    text.appendMarkdown(`\n\n[Open the lesson that teaches it](${lessonLink(lesson)})`);
  }
  return text;
}
