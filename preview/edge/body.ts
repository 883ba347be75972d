import { type Body, type EdgeResponse, headerOf } from "../messages";

/** Bodies of up to this many bytes are read before the viewer gets them, so that they can be kept. */
const MAX_BUFFERED_BYTES = 16 * 1024 * 1024;

/** What could be read of a body. */
export interface ReadBody {
  readonly bytes: Uint8Array;
  /** Why it ended before its announced end; undefined when it is complete. */
  readonly broken: unknown;
}

/** The length that a response announces; undefined when it announces none. */
function announcedLength({ headers }: Pick<EdgeResponse, "headers">): number | undefined {
  const header = headerOf(headers, "content-length");
  return header !== undefined && /^\d+$/.test(header) ? Number(header) : undefined;
}

/** Whether a body has an end that is known and near enough to wait for. */
export function canBeRead(response: EdgeResponse): boolean {
  if (response.body instanceof Uint8Array) return true;
  const length = announcedLength(response);
  return length !== undefined && length <= MAX_BUFFERED_BYTES;
}

/** Reads a body, and says if it broke off or has another length than announced. */
export async function readAnnounced(response: EdgeResponse, hasBody: boolean): Promise<ReadBody> {
  const announced = hasBody ? announcedLength(response) : undefined;
  const chunks: Uint8Array[] = [];
  try {
    if (response.body instanceof Uint8Array) chunks.push(response.body);
    else for await (const chunk of response.body) chunks.push(chunk);
  } catch (broken) {
    return { bytes: Buffer.concat(chunks), broken: broken ?? new Error("the origin broke off") };
  }
  const bytes = chunks.length === 1 ? (chunks[0] as Uint8Array) : Buffer.concat(chunks);
  const short = announced !== undefined && announced !== bytes.length;
  return { bytes, broken: short ? mismatch(announced, bytes.length) : undefined };
}

function mismatch(announced: number, got: number): Error {
  return new Error(`the origin announced ${announced} bytes and sent ${got}`);
}

/** Relays what came of a broken body, and breaks off at the same place. */
export async function* brokenBody({ bytes, broken }: ReadBody): AsyncGenerator<Uint8Array> {
  yield bytes;
  throw broken;
}

/** Passes a stream on and keeps a copy, up to a limit; `keep` gets it if the stream ends well. */
export async function* teed(
  body: Exclude<Body, Uint8Array>,
  keep: (bytes: Uint8Array) => void,
): AsyncGenerator<Uint8Array> {
  let chunks: Uint8Array[] | undefined = [];
  let total = 0;
  for await (const chunk of body) {
    total += chunk.length;
    if (total > MAX_BUFFERED_BYTES) chunks = undefined;
    chunks?.push(chunk);
    yield chunk;
  }
  if (chunks !== undefined) keep(Buffer.concat(chunks));
}
