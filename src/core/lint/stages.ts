import { type ImageReference, readImageReference } from './image-reference';
import type { Instruction } from './instruction';
import type { Word } from './words';

/** Instructions that build one image. */
export interface Section {
  readonly instructions: readonly Instruction[];
  /** The earlier stage of this file that it is built from. */
  readonly base?: Stage | undefined;
}

/** What one FROM begins; its instructions are what follows FROM, up to the next one. */
export interface Stage extends Section {
  readonly from: Instruction;
  /** The base image; `undefined` when FROM names none. */
  readonly image: ImageReference | undefined;
  /** The name after AS. */
  readonly alias: Word | undefined;
}

/** The stages of a file, in order. */
export function readStages(instructions: readonly Instruction[]): readonly Stage[] {
  const stages: Stage[] = [];
  const named = new Map<string, Stage>();
  let inside: Instruction[] = [];
  for (const instruction of instructions) {
    if (instruction.keyword !== 'FROM') {
      inside.push(instruction);
      continue;
    }
    inside = [];
    const [image, as, alias] = instruction.operands;
    const reference = image && readImageReference(image);
    const stage: Stage = {
      from: instruction,
      image: reference,
      alias: as?.text.toUpperCase() === 'AS' ? alias : undefined,
      instructions: inside,
      base: reference && named.get(reference.text),
    };
    stages.push(stage);
    if (stage.alias !== undefined) named.set(stage.alias.text, stage);
  }
  return stages;
}

/** A section and the stages below it, the section first. */
export function* chainOf(section: Section): Iterable<Section> {
  for (let each: Section | undefined = section; each !== undefined; each = each.base) yield each;
}
