import { findKeys, problem, withoutSlash } from "../settings.js";

const ADDRESSES = ["edge", "api", "custom"];
const KEYS = ["accessKeyId", "secretAccessKey", "sessionToken"];

/**
 * The form with the endpoints and keys. It is the only place where the keys are.
 *
 * @param config what the stack wrote about itself, or `null`
 */
export function settingsForm(form, config, onChange) {
  const field = (name) => form.elements.namedItem(name);
  const lastSegment = { api: config?.stageName, custom: config?.basePath };

  const values = () => ({
    ...Object.fromEntries(ADDRESSES.map((name) => [name, withoutSlash(field(name).value)])),
    region: field("region").value.trim(),
    stripPrefix: field("stripPrefix").checked,
  });
  const problemOf = (name) => problem(name, values()[name], lastSegment[name]);
  const keys = () => {
    const [accessKeyId, secretAccessKey, sessionToken] = KEYS.map((name) =>
      field(name).value.trim(),
    );
    if (accessKeyId === "" || secretAccessKey === "") return null;
    return { accessKeyId, secretAccessKey, ...(sessionToken === "" ? {} : { sessionToken }) };
  };

  const check = (name) => {
    const text = problemOf(name) ?? "";
    form.querySelector(`#${name}-problem`).textContent = text;
    field(name).setAttribute("aria-invalid", String(text !== ""));
  };
  const forget = () => {
    for (const name of KEYS) field(name).value = "";
  };

  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("change", ({ target }) => {
    if ([...ADDRESSES, "region"].includes(target.name)) check(target.name);
    onChange();
  });
  form.addEventListener("paste", (event) => {
    const found = KEYS.includes(event.target.name)
      ? findKeys(event.clipboardData.getData("text"))
      : null;
    if (found === null) return;
    event.preventDefault();
    for (const name of KEYS) field(name).value = found[name];
  });
  form.querySelector("#forget").addEventListener("click", forget);
  // A page that the browser keeps for "back" would keep them too.
  addEventListener("pagehide", forget);

  return {
    values,
    keys,
    problemOf,
    fill(settings) {
      for (const name of [...ADDRESSES, "region"]) field(name).value = settings[name];
      field("stripPrefix").checked = settings.stripPrefix;
    },
    /** Shows what is wrong with each setting; whether all are right. */
    check() {
      const names = [...ADDRESSES, "region"];
      names.forEach(check);
      return names.every((name) => problemOf(name) === null);
    },
  };
}
