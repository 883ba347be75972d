import { siteStack } from "../../preview/support/site-stack";
import { type PreviewProcess, startPreviewProcess } from "./preview-process";
import { plainAnswer, type RawOrigin, startRawOrigin } from "./raw-origin";

/** A preview in a process of its own, and the origin behind it, which answers "fine". */
interface Attacked {
  readonly preview: PreviewProcess;
  readonly origin: RawOrigin;
}

/** Starts both before the tests of a file and ends them afterwards; they are there in its tests. */
export function attackedPreview(): Attacked {
  let started: Attacked | undefined;
  const running = (): Attacked => {
    if (started === undefined) throw new Error("the preview has not started");
    return started;
  };
  beforeAll(async () => {
    const origin = await startRawOrigin((socket) => socket.write(plainAnswer("fine")));
    started = { origin, preview: await startPreviewProcess(siteStack(), origin.url) };
  });
  afterAll(async () => {
    const { preview, origin } = running();
    await preview.stop();
    await origin.close();
  });
  return {
    get preview() {
      return running().preview;
    },
    get origin() {
      return running().origin;
    },
  };
}
