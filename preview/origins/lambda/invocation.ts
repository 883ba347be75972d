/** What an invocation of a function ended in. */
export type Invocation =
  | {
      readonly ok: true;
      /** What the handler returned, parsed from JSON. */
      readonly payload: unknown;
    }
  | {
      readonly ok: false;
      /** `unavailable`: the function cannot run here at all. */
      readonly kind: "error" | "timeout" | "unavailable";
      readonly errorType: string;
      readonly errorMessage: string;
    };

/** A function that can be called. */
export interface LambdaFunction {
  /** Terraform address. */
  readonly address: string;
  readonly name: string;
  readonly arn: string;
  invoke(event: object): Promise<Invocation>;
  /** Ends its processes and deletes what was unpacked. */
  close(): Promise<void>;
}
