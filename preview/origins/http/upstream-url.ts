/** Where a backend really runs. */
export interface Upstream {
  readonly protocol: "http" | "https";
  readonly hostname: string;
  readonly port: number;
}

/**
 * Reads the address of a running backend, such as `http://127.0.0.1:3000`.
 *
 * @throws when it is no such address: paths belong to `origin_path`
 */
export function readUpstream(text: string): Upstream {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isPlain =
    url !== undefined &&
    /^https?:$/.test(url.protocol) &&
    url.pathname === "/" &&
    url.search === "" &&
    url.hash === "" &&
    url.username === "" &&
    url.password === "";
  if (!isPlain) {
    throw new Error(
      `the address of an origin must be like "http://127.0.0.1:3000", without path and user, got "${text}"`,
    );
  }
  const protocol = url.protocol === "https:" ? "https" : "http";
  return {
    protocol,
    hostname: url.hostname.replace(/^\[|\]$/g, ""),
    port: url.port === "" ? (protocol === "https" ? 443 : 80) : Number(url.port),
  };
}
