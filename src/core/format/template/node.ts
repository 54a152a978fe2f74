/** A template, understood. */
export type TemplateNode =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'print'; readonly pipeline: Pipeline }
  | {
      readonly kind: 'if' | 'with' | 'range';
      readonly pipeline: Pipeline;
      readonly body: readonly TemplateNode[];
      readonly otherwise: readonly TemplateNode[];
    };

/** Commands joined by `|`; variables that take its value, as `$index, $item :=` does. */
export interface Pipeline {
  readonly variables: readonly string[];
  readonly commands: readonly Command[];
}

/** A function with its arguments, or one operand alone. */
export type Command = readonly Operand[];

export type Operand =
  | { readonly kind: 'value'; readonly value: string | number | boolean | null }
  | { readonly kind: 'function'; readonly name: string }
  | { readonly kind: 'path'; readonly from: PathStart; readonly fields: readonly string[] };

/** Where a path of fields starts: at the dot, a variable or a pipeline in parentheses. */
export type PathStart =
  | { readonly kind: 'dot' }
  | { readonly kind: 'variable'; readonly name: string }
  | { readonly kind: 'pipeline'; readonly pipeline: Pipeline };
