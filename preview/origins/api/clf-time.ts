/** A time as access logs have it: `20/Nov/2026:10:15:00 +0000`. */
export function clfTime(now: number): string {
  const [, day, month, year, time] = new Date(now).toUTCString().split(" ");
  return `${day}/${month}/${year}:${time} +0000`;
}
