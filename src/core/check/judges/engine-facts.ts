import type { Facts } from '../../ports';
import type { AnswerCheck, HappenedCheck, ImageCheck } from '../check';
import { isSameImage } from '../image-reference';
import { fail, firstFailure, type Judge, pass } from './judgement';
import { describeSelector, selectContainer } from './select-container';

/** Judges whether the engine reported something since the exercise was begun. */
export const judgeHappened: Judge<HappenedCheck> = async (check, facts, { since }) => {
  const { action, image, name, exitCode } = check;
  const events = (await facts.eventsSince(since)).filter(
    (event) =>
      // Docker adds the command to some verbs: "exec_start: touch /x".
      event.action.split(':')[0] === action &&
      (image === undefined ||
        isSameImage(event.kind === 'image' ? event.name : event.image, image)) &&
      // A volume or a network may have the same name.
      (name === undefined || (event.kind === 'container' && event.name === name)),
  );
  const subject = name ?? image;
  const expected = `the engine reports “${action}”${subject === undefined ? '' : ` of ${subject}`}`;
  if (events.length === 0) return fail(expected, 'it did not, since you began');
  if (exitCode === undefined || events.some((event) => event.exitCode === exitCode)) return pass;
  return fail(`exit code ${exitCode}`, `exit code ${events.at(-1)?.exitCode ?? 'unknown'}`);
};

/** Judges what is so about an image. */
export const judgeImage: Judge<ImageCheck> = async (check, facts) => {
  const image = await facts.image(check.image);
  if (image === undefined) return fail(`an image ${check.image}`, 'there is none on the engine');
  const { exposes, user, workingDirectory } = check;
  return firstFailure([
    exposes === undefined || image.exposedPorts.includes(exposes)
      ? pass
      : fail(
          `it notes the port ${exposes}`,
          image.exposedPorts.length === 0
            ? 'it notes none'
            : `it notes ${image.exposedPorts.join(', ')}`,
        ),
    user === undefined || image.user === user
      ? pass
      : fail(
          `it runs as ${user}`,
          `it runs as ${image.user === '' ? 'root: no USER is set' : image.user}`,
        ),
    workingDirectory === undefined || image.workingDirectory === workingDirectory
      ? pass
      : fail(
          `its working directory is ${workingDirectory}`,
          `it is ${image.workingDirectory || '/'}`,
        ),
  ]);
};

/** Judges what the learner typed against the value the engine has now. */
export const judgeAnswer: Judge<AnswerCheck> = async (check, facts, { answers }) => {
  const typed = (Object.hasOwn(answers, check.id) ? (answers[check.id] ?? '') : '').trim();
  if (typed === '') return fail('an answer from you', 'nothing is typed yet');
  const value = await liveValue(check.equals, facts);
  if (value === undefined)
    return fail(describeFact(check.equals), 'there is no such container on the engine');
  // The right value is not given away: the learner reads it from the engine.
  return isSameAnswer(typed, value, check.equals.fact)
    ? pass
    : fail(describeFact(check.equals), `you typed “${typed.slice(0, 80)}”`);
};

function describeFact(equals: AnswerCheck['equals']): string {
  switch (equals.fact) {
    case 'engine.version':
      return 'the version of the engine that answers';
    case 'engine.name':
      return 'the name of the engine that answers';
    case 'engine.containersRunning':
      return 'the number of containers running right now';
    case 'container.id':
      return `the id of ${describeSelector(equals.container)}, six characters of it or more`;
    case 'container.image':
      return `the image of ${describeSelector(equals.container)}`;
    case 'container.user':
      return `the user of ${describeSelector(equals.container)}`;
  }
}

async function liveValue(equals: AnswerCheck['equals'], facts: Facts): Promise<string | undefined> {
  switch (equals.fact) {
    case 'engine.version':
      return (await facts.engine()).version;
    case 'engine.name':
      return (await facts.engine()).name;
    case 'engine.containersRunning':
      return String((await facts.engine()).containersRunning);
    case 'container.id':
      return (await selectContainer(equals.container, facts))?.id;
    case 'container.image':
      return (await selectContainer(equals.container, facts))?.image;
    case 'container.user':
      return (await selectContainer(equals.container, facts))?.user;
  }
}

function isSameAnswer(typed: string, value: string, fact: AnswerCheck['equals']['fact']): boolean {
  if (fact === 'container.id') return typed.length >= 6 && value.startsWith(typed.toLowerCase());
  if (fact === 'container.image') return isSameImage(typed, value);
  if (fact === 'container.user' && value === '') return ['root', '0'].includes(typed);
  return typed.toLowerCase() === value.toLowerCase();
}
