import { describeOutlook, imagesOf } from '../../core/command/describe-outlook';
import { explainPlan } from '../../core/command/explain';
import type { Plan } from '../../core/command/plan';
import { planBlock } from '../../core/command/plan-block';
import type { ImageOutlook } from '../../core/engine';
import { describeError, LabError } from '../../core/lab-error';
import type { RunBlock } from '../../core/lesson/lesson';
import type { ShellParser } from '../../core/shell/script';
import { localSurroundings } from '../../local/surroundings';
import type { ExplanationMessage } from '../../protocol';

/** What an explanation is made with. */
export interface ExplanationTools {
  readonly shell: ShellParser;
  readonly workingDirectory: string;
  /** Asks the engine about an image; `undefined` without an engine. */
  readonly imageOutlook: ((reference: string) => Promise<ImageOutlook>) | undefined;
}

/** The block's command word by word; a command that cannot be understood says so. */
export async function explanationMessage(
  { id, command }: RunBlock,
  { shell, workingDirectory, imageOutlook }: ExplanationTools,
): Promise<ExplanationMessage> {
  const message = { type: 'explanation', block: id, isOpen: true, error: undefined } as const;
  try {
    const plan = planBlock(command, shell, localSurroundings(workingDirectory));
    const { parts, outcome } = explainPlan(plan);
    const images = imageOutlook === undefined ? [] : await describeImages(plan, imageOutlook);
    return { ...message, parts, outcome: [...images, ...outcome] };
  } catch (error) {
    if (!(error instanceof LabError)) throw error;
    return { ...message, parts: [], outcome: [], error: describeError(error) };
  }
}

/** The words for a command before anyone asks for them: shown where the pointer rests. */
export async function hintsMessage(
  block: RunBlock,
  tools: Omit<ExplanationTools, 'imageOutlook'>,
): Promise<ExplanationMessage> {
  const message = await explanationMessage(block, { ...tools, imageOutlook: undefined });
  return { ...message, isOpen: false };
}

/** An engine that cannot say so is no reason to explain nothing. */
async function describeImages(
  plan: Plan,
  imageOutlook: NonNullable<ExplanationTools['imageOutlook']>,
): Promise<readonly string[]> {
  const sentences = await Promise.all(
    imagesOf(plan).map((image) =>
      imageOutlook(image).then(
        (outlook) => [describeOutlook(image, outlook)],
        () => [],
      ),
    ),
  );
  return sentences.flat();
}
