/** What a streaming handler wrote, as a whole. */
export interface StreamedResponse {
  /** Status, headers and cookies, if the handler gave them. */
  readonly metadata?: unknown;
  readonly contentType?: string;
  /** In base64. */
  readonly body: string;
}

/** What an invocation of a function ended in. */
export type Invocation =
  | {
      readonly ok: true;
      /** What the handler returned, parsed from JSON. */
      readonly payload: unknown;
      /** What a streaming handler wrote; `payload` is its text then. */
      readonly stream?: StreamedResponse;
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
