// The steps before anything is asked: refusals, the behavior, redirects, the default root object.
import { guide, rows, type ShownStep, type StepOf } from "./shown-step";

export function describeRefusal({ by, status, reason }: StepOf<"refused">): ShownStep {
  return {
    heading: `Refused with ${status}`,
    sentence: `CloudFront refuses the request itself (${by}); no origin is asked.`,
    tone: "bad",
    details: rows("", [{ name: by, value: reason }]),
    documentation: guide("http-403-permission-denied"),
  };
}

export function describeBehavior(step: StepOf<"behavior">): ShownStep {
  const { path, tried, pattern, targetOriginId } = step;
  return {
    heading: `Behavior ${pattern}`,
    sentence: `${whyChosen(path, pattern, tried.length)}; it leads to "${targetOriginId}".`,
    tone: "plain",
    details: rows(
      "Path patterns, in the order they were tried",
      tried.map((one) => ({
        name: one.pattern,
        value: one.matched ? "matches" : "does not match",
        ...(one.matched ? { mark: "chosen" as const } : {}),
      })),
    ),
    documentation: guide("DownloadDistValuesCacheBehavior"),
  };
}

function whyChosen(path: string, pattern: string, tried: number): string {
  if (pattern !== "*") return `"${pattern}" is the first path pattern that matches ${path}`;
  if (tried === 1) return `Nothing comes before the default behavior, so it takes ${path}`;
  const others =
    tried === 2
      ? "The path pattern before it does not match"
      : `None of the ${tried - 1} path patterns before it matches`;
  return `${others} ${path}, so the default behavior decides`;
}

export function describeRedirect({ status, location }: StepOf<"redirected">): ShownStep {
  return {
    heading: `Redirected with ${status}`,
    sentence:
      "The behavior's viewer protocol policy sends HTTP requests to HTTPS; no origin is asked.",
    tone: "stop",
    details: rows("", [{ name: "Location", value: location }]),
    documentation: guide("using-https-viewers-to-cloudfront"),
  };
}

export function describeRootObject({ path }: StepOf<"default-root-object">): ShownStep {
  return {
    heading: "Default root object",
    sentence: `The viewer asked for /, so CloudFront asks for ${path} instead.`,
    tone: "plain",
    details: [],
    documentation: guide("DefaultRootObject"),
  };
}
