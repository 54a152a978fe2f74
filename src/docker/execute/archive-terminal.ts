import { LabError } from '../../core/lab-error';

/** An archive goes to a program or a file, never onto a screen. */
export function wouldFillTerminal(): LabError {
  return new LabError('usage', 'The archive is not printed: a terminal cannot show it.', {
    advice: 'Write it to a file, or pass it on to a program.',
    clientWords: 'cowardly refusing to save to a terminal. Use the -o flag or redirect',
  });
}
