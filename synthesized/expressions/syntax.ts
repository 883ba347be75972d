// The syntax tree of Terraform's expression language, as far as a configuration in JSON uses it.

type UnaryOperator = "!" | "-";

export type BinaryOperator =
  | "||"
  | "&&"
  | "=="
  | "!="
  | "<"
  | "<="
  | ">"
  | ">="
  | "+"
  | "-"
  | "*"
  | "/"
  | "%";

/** A `for` expression: a tuple when it has no `key`, an object otherwise. */
export interface ForExpression {
  readonly kind: "for";
  /** The name before the comma of `for k, v in …`. */
  readonly keyName: string | undefined;
  readonly valueName: string;
  readonly collection: Expression;
  readonly key: Expression | undefined;
  readonly value: Expression;
  readonly condition: Expression | undefined;
  /** Whether `...` collects the values of equal keys in lists. */
  readonly grouped: boolean;
}

/** One node of an expression. */
export type Expression =
  | { readonly kind: "literal"; readonly value: string | number | boolean | null }
  /** Text with sequences in it: its parts, converted to strings and joined. */
  | { readonly kind: "template"; readonly parts: readonly Expression[] }
  /** `%{ for }` in a template: the strings of the loop, joined. */
  | { readonly kind: "joined"; readonly loop: ForExpression }
  | { readonly kind: "name"; readonly name: string }
  | {
      readonly kind: "index";
      readonly of: Expression;
      readonly key: Expression;
      /** Whether it is written `["name"]`: the key of an instance is never `.name`. */
      readonly isBracketed?: true;
    }
  /** `of[*]…` and `of.*…`: `each` is evaluated with the element as the name `SPLAT_ELEMENT`. */
  | { readonly kind: "splat"; readonly of: Expression; readonly each: Expression }
  | {
      readonly kind: "call";
      readonly name: string;
      readonly args: readonly Expression[];
      /** Whether `...` spreads the last argument. */
      readonly spreadLast: boolean;
    }
  | {
      readonly kind: "conditional";
      readonly condition: Expression;
      readonly whenTrue: Expression;
      readonly whenFalse: Expression;
    }
  | { readonly kind: "unary"; readonly operator: UnaryOperator; readonly operand: Expression }
  | {
      readonly kind: "binary";
      readonly operator: BinaryOperator;
      readonly left: Expression;
      readonly right: Expression;
    }
  | { readonly kind: "tuple"; readonly items: readonly Expression[] }
  | {
      readonly kind: "object";
      readonly items: readonly (readonly [key: Expression, value: Expression])[];
    }
  | ForExpression;

/** The name under which a splat's `each` sees the element; no configuration can write it. */
export const SPLAT_ELEMENT = "[*]";
