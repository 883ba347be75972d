import { get } from "node:http";

/** Milliseconds of one GET that must be answered with 200. */
export function timeOf(port: number, path: string): Promise<number> {
  const started = performance.now();
  return new Promise((resolve, reject) => {
    get({ host: "127.0.0.1", port, path, agent: false }, (response) => {
      response.resume().on("end", () => {
        if (response.statusCode === 200) resolve(performance.now() - started);
        else reject(new Error(`${path} was answered with ${response.statusCode}`));
      });
    }).on("error", reject);
  });
}

/** The time that 95 of 100 requests stay below, of requests one after the other. */
export async function slowest(port: number, path: string, count: number): Promise<number> {
  const times: number[] = [];
  for (let index = 0; index < count; index++) times.push(await timeOf(port, path));
  times.sort((one, other) => one - other);
  return times[Math.ceil(count * 0.95) - 1] ?? Number.NaN;
}

/**
 * How long a healthy viewer may wait while others misbehave, by how long it waits when it is alone:
 * wide, as the machine runs other tests at the same time. A viewer that waits longer is starved.
 */
export function patience(alone: number): number {
  return Math.max(5000, 40 * alone);
}
