import type { Facts } from '../../src/core/ports';
import type { EngineConnection, LabObject, RemovalReport } from '../../src/editor/engine-service';
import type { FakeEngine } from './fake-engine';

/** A fake engine as the editor gets it, with what it was told to remove. */
export interface FakeConnection extends EngineConnection {
  readonly asked: LabObject[];
}

/** `facts` are the answers that an exercise is judged by, beside the engine's lists. */
export function connectionOf(
  engine: FakeEngine,
  facts: Partial<Facts> = {},
  report: (objects: readonly LabObject[]) => RemovalReport = (removed) => ({ removed, failed: [] }),
): FakeConnection {
  const asked: LabObject[] = [];
  return Object.assign(engine, {
    asked,
    factsFor: (readFile: Facts['readFile']): Facts =>
      Object.assign(Object.create(engine), {
        readFile,
        http: async () => undefined,
        portAnswers: async () => false,
        ...facts,
      }),
    imageOutlook: async () => ({ isPresent: true, size: undefined }),
    removeObjects: async (objects: readonly LabObject[]) => {
      asked.push(...objects);
      return report(objects);
    },
  });
}
