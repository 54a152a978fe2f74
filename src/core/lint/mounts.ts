import type { Instruction } from './instruction';

/** The targets of a RUN's mounts whose content does not end up in the image. */
export function scratchMounts({ flags }: Instruction): readonly string[] {
  return flags.flatMap(({ name, value }) => {
    if (name !== 'mount' || value === undefined) return [];
    const options = new Map(
      value.split(',').map((option) => {
        const [key = '', ...rest] = option.split('=');
        return [key.toLowerCase(), rest.join('=')] as const;
      }),
    );
    const target = options.get('target') ?? options.get('dst') ?? options.get('destination');
    const isScratch = ['cache', 'tmpfs'].includes(options.get('type') ?? '');
    return isScratch && target !== undefined ? [target] : [];
  });
}
