// Dates: what formats and moves an RFC 3339 timestamp.
import { EvaluationError, toText } from "../value";
import { type FunctionTable, takes } from "./define";

export const timeFunctions: FunctionTable = {
  formatdate: takes(2, 2, ([format, time]) => formatDate(toText(format), toInstant(toText(time)))),
  timeadd: takes(2, 2, ([time, duration]) => {
    const { local, zone } = toInstant(toText(time));
    const moved = new Date(local.getTime() + milliseconds(toText(duration)));
    return moved.toISOString().replace(/\.\d+Z$/, zone);
  }),
};

interface Instant {
  /** The clock in its zone, held as if it were UTC. */
  readonly local: Date;
  /** `Z` or `+02:00`. */
  readonly zone: string;
}

const RFC_3339 = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.\d+)?(Z|[-+]\d\d:\d\d)$/;

function toInstant(text: string): Instant {
  const [, clock = "", zone = ""] = RFC_3339.exec(text) ?? [];
  const local = new Date(`${clock}Z`);
  // JavaScript makes the 30th of February a day of March.
  if (Number.isNaN(local.getTime()) || !local.toISOString().startsWith(clock)) {
    throw new EvaluationError(`a timestamp of RFC 3339 is needed, got "${text}"`);
  }
  return { local, zone: /[-+]00:00/.test(zone) ? "Z" : zone };
}

const UNITS: Readonly<Record<string, number>> = {
  h: 3_600_000,
  m: 60_000,
  s: 1000,
  ms: 1,
  us: 1e-3,
  µs: 1e-3,
  ns: 1e-6,
};
const DURATION = /^[-+]?(?:0|(?:(?:\d+\.?\d*|\.\d+)(?:h|ms|m|s|us|µs|ns))+)$/;

function milliseconds(duration: string): number {
  if (!DURATION.test(duration)) {
    throw new EvaluationError(`a duration such as "1h30m" is needed, got "${duration}"`);
  }
  const parts = duration.matchAll(/([\d.]+)([a-zµ]+)/g);
  const sum = [...parts].reduce(
    (total, [, amount, unit = ""]) => total + Number(amount) * (UNITS[unit] ?? 0),
    0,
  );
  return duration.startsWith("-") ? -sum : sum;
}

const DAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const MONTHS =
  "January February March April May June July August September October November December".split(
    " ",
  );

const two = (value: number) => String(value).padStart(2, "0");
const hour12 = ({ local }: Instant) => local.getUTCHours() % 12 || 12;
const year = ({ local }: Instant) => String(local.getUTCFullYear()).padStart(4, "0");
const day = ({ local }: Instant) => DAYS[local.getUTCDay()] ?? "";
const month = ({ local }: Instant) => MONTHS[local.getUTCMonth()] ?? "";
const half = ({ local }: Instant) => (local.getUTCHours() < 12 ? "am" : "pm");
const offset = ({ zone }: Instant) => (zone === "Z" ? "+00:00" : zone);

const VERBS: Readonly<Record<string, (instant: Instant) => string>> = {
  YYYY: year,
  YY: (instant) => year(instant).slice(-2),
  MMMM: month,
  MMM: (instant) => month(instant).slice(0, 3),
  MM: ({ local }) => two(local.getUTCMonth() + 1),
  M: ({ local }) => String(local.getUTCMonth() + 1),
  DD: ({ local }) => two(local.getUTCDate()),
  D: ({ local }) => String(local.getUTCDate()),
  EEEE: day,
  EEE: (instant) => day(instant).slice(0, 3),
  hh: ({ local }) => two(local.getUTCHours()),
  h: ({ local }) => String(local.getUTCHours()),
  HH: (instant) => two(hour12(instant)),
  H: (instant) => String(hour12(instant)),
  AA: (instant) => half(instant).toUpperCase(),
  aa: half,
  mm: ({ local }) => two(local.getUTCMinutes()),
  m: ({ local }) => String(local.getUTCMinutes()),
  ss: ({ local }) => two(local.getUTCSeconds()),
  s: ({ local }) => String(local.getUTCSeconds()),
  ZZZZZ: offset,
  ZZZZ: (instant) => offset(instant).replace(":", ""),
  ZZZ: (instant) => (instant.zone === "Z" ? "UTC" : instant.zone.replace(":", "")),
  Z: ({ zone }) => zone,
};

/** Replaces runs of one letter; what stands in single quotes stays. */
function formatDate(format: string, instant: Instant): string {
  return format.replace(/'((?:[^']|'')*)('?)|([A-Za-z])\3*/g, (run, text, closing) => {
    if (run.startsWith("'")) {
      if (closing === "") throw new EvaluationError(`formatdate finds no closing ' in "${format}"`);
      return String(text).replaceAll("''", "'");
    }
    const verb = Object.hasOwn(VERBS, run) ? VERBS[run] : undefined;
    if (verb === undefined) throw new EvaluationError(`formatdate knows no "${run}"`);
    return verb(instant);
  });
}
