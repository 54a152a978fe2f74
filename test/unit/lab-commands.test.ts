import assert from 'node:assert/strict';
import { explainPlan } from '../../src/core/command/explain';
import { planBlock } from '../../src/core/command/plan-block';
import type { Block } from '../../src/core/lesson/lesson';
import { loadCourse } from '../../src/core/lesson/load-course';
import type { ShellParser } from '../../src/core/shell/script';
import { openLabFiles } from '../../src/local/lab-files';
import { surroundings } from '../support/command-words';
import { testShellParser } from '../support/shell-parser';

interface LabCommand {
  readonly lesson: string;
  readonly command: string;
  /** The lesson names its risk, or nobody runs it but the proof of the exercise. */
  readonly mayBeRisky: boolean;
}

/** Every command of a block: to run, to answer with, to set up and to clean up. */
function commandsOf(block: Block, lesson: string): readonly LabCommand[] {
  switch (block.kind) {
    case 'run':
      return [{ lesson, command: block.command, mayBeRisky: block.riskAnnounced }];
    case 'answer':
      return [{ lesson, command: block.command, mayBeRisky: true }];
    case 'exercise':
      return [
        ...[...block.blocks, ...block.solution].flatMap((inner) => commandsOf(inner, lesson)),
        ...[...block.setup, ...block.cleanup].map((command) => ({
          lesson,
          command,
          mayBeRisky: true,
        })),
      ];
    default:
      return [];
  }
}

describe('the commands of the lessons', () => {
  let shell: ShellParser;
  let commands: readonly LabCommand[];
  before(async () => {
    shell = await testShellParser();
    const { chapters } = await loadCourse(openLabFiles('labs'));
    commands = chapters.flatMap(({ lessons }) =>
      lessons.flatMap(({ id, blocks }) => blocks.flatMap((block) => commandsOf(block, id))),
    );
  });

  const plan = (command: string) => planBlock(command, shell, surroundings);

  it('are there', () => assert.ok(commands.length > 30));

  it('are all understood', () => {
    for (const { lesson, command } of commands) assert.doesNotThrow(() => plan(command), lesson);
  });

  it('of chapter 1 need no shell', () => {
    const first = commands.filter(({ lesson }) => lesson.startsWith('introduction/'));
    const steps = first.flatMap(({ command }) => plan(command).steps);
    assert.deepEqual(
      steps.filter(({ kind }) => kind === 'shell'),
      [],
    );
  });

  it('are explained to the last word', () => {
    const vague = ['a flag', 'a command of docker', 'what the command is about'];
    const found = commands.flatMap(({ command }) => explainPlan(plan(command)).parts);
    assert.deepEqual(
      found.filter(({ meaning }) => vague.includes(meaning)),
      [],
    );
  });

  it('leave no word out', () => {
    for (const { command } of commands) {
      const { parts } = explainPlan(plan(command));
      const left = parts.reduceRight(
        (text, { start, end }) => text.slice(0, start) + text.slice(end),
        command,
      );
      assert.match(left, /^[\s\\;&|]*$/, command);
    }
  });

  it('with a risk worth a question are announced as such', () => {
    const silent = commands.filter(
      ({ command, mayBeRisky }) =>
        !mayBeRisky && !['none', 'low'].includes(explainPlan(plan(command)).risk),
    );
    assert.deepEqual(silent, []);
  });
});
