// The page's settings: prefilled from the stack's /config.json, then whatever the form says.

/**
 * What the stack wrote about itself, or `null` where there is no such file, as on a development
 * server (which may answer with a page).
 */
export async function loadConfig(fetchFile = fetch) {
  try {
    const response = await fetchFile("/config.json", { cache: "no-store" });
    if (!response.ok) return null;
    return await response.json();
  } catch {
    return null;
  }
}

/** The form's values to start with. */
export function initialSettings(config, pageOrigin) {
  return {
    edge: pageOrigin,
    api: config?.apiEndpoint ?? "",
    custom: config?.customDomainEndpoint ?? "",
    region: config?.region ?? "",
    stripPrefix: config?.stripPrefix === true,
  };
}

const NAMES = { edge: "CloudFront's address", api: "the API endpoint", custom: "the endpoint" };

/**
 * What is wrong with one setting, in a sentence for the person who typed it, or `null`.
 *
 * @param lastSegment what the endpoint's path has to be: the stage or the base path, when known
 */
export function problem(name, value, lastSegment) {
  if (name === "region") {
    if (value === "") return "Enter the API's region, such as eu-west-1.";
    return /^[a-z]{2}(-[a-z]+)+-\d$/.test(value) ? null : `“${value}” is not a region's name.`;
  }
  if (value === "")
    return name === "custom" ? null : `Enter ${NAMES[name]}; it starts with https://.`;
  const url = URL.canParse(value) ? new URL(value) : null;
  if (url === null || !/^https?:$/.test(url.protocol)) {
    return `“${value}” is not an address; it starts with https://.`;
  }
  if (url.search !== "" || url.hash !== "") return "Leave out everything from “?” or “#” on.";
  if (name === "edge" || !lastSegment || url.pathname === `/${lastSegment}`) return null;
  return `The address ends with /${lastSegment} in this deployment, here with “${url.pathname}”.`;
}

/** The address without the slash at its end, which would be doubled. */
export const withoutSlash = (address) => address.trim().replace(/\/+$/, "");

/** The keys in a pasted block of `export AWS_…=` lines, a credentials file or the CLI's JSON. */
export function findKeys(text) {
  const find = (name) =>
    new RegExp(`${name}["']?\\s*[=:]\\s*["']?([A-Za-z0-9/+=]+)`, "i").exec(text)?.[1];
  const accessKeyId = find("access_?key_?id");
  const secretAccessKey = find("secret_?access_?key");
  if (!accessKeyId || !secretAccessKey) return null;
  return { accessKeyId, secretAccessKey, sessionToken: find("session_?token") ?? "" };
}
