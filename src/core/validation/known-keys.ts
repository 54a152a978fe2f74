import type * as z from 'zod/mini';

/** The keys that a schema knows at a path of its value; none where it does not name them. */
export function knownKeys(
  schema: z.core.$ZodType,
  path: readonly PropertyKey[],
): readonly string[] {
  const shape = shapeOf(path.reduce<z.core.$ZodType | undefined>(descend, schema));
  return shape === undefined ? [] : Object.keys(shape);
}

function shapeOf(schema: z.core.$ZodType | undefined): z.core.$ZodShape | undefined {
  const inner = schema && (unwrap(schema) as z.core.$ZodTypes);
  return inner?._zod.def.type === 'object' ? inner._zod.def.shape : undefined;
}

function descend(
  schema: z.core.$ZodType | undefined,
  step: PropertyKey,
): z.core.$ZodType | undefined {
  if (schema === undefined) return undefined;
  const inner = unwrap(schema) as z.core.$ZodTypes;
  if (inner._zod.def.type === 'array') return inner._zod.def.element;
  return shapeOf(inner)?.[String(step)];
}

/** The schema below what makes it optional or turns it into something else. */
function unwrap(schema: z.core.$ZodType): z.core.$ZodType {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case 'optional':
    case 'default':
    case 'catch':
      return unwrap(def.innerType);
    case 'pipe':
      return unwrap(def.in);
    default:
      return schema;
  }
}
