// The demo's single-page app: two pages, and buttons that call the API on the same origin.

const page = document.querySelector("#page");

function show() {
  const isHome = location.pathname === "/";
  const template = document.querySelector(isHome ? "#requests" : "#other");
  page.replaceChildren(template.content.cloneNode(true));
  document.title = isHome ? "One origin" : "A deep link - One origin";
  const path = page.querySelector("#path");
  if (path) path.textContent = location.pathname;
  for (const link of document.querySelectorAll("nav a")) {
    const isCurrent = link.getAttribute("href") === location.pathname;
    if (isCurrent) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
}

async function call(method, path) {
  const started = performance.now();
  const body = method === "GET" ? undefined : JSON.stringify({ sent: "by the page" });
  const headers = body === undefined ? {} : { "Content-Type": "application/json" };
  const response = await fetch(`/api/${path}`, { method, body, headers });
  const text = await response.text();
  const milliseconds = Math.round(performance.now() - started);
  return { status: response.status, text, milliseconds };
}

function element(tag, className, text) {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
}

function pretty(text) {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

async function run({ method, path }) {
  const status = page.querySelector("#status");
  const item = document.createElement("li");
  const line = element("div", "line", "");
  item.append(line);
  line.append(element("strong", "", `${method} /api/${path}`));
  status.textContent = "Waiting for the API.";
  try {
    const result = await call(method, path);
    line.append(
      element("span", result.status < 400 ? "good" : "bad", `status ${result.status}`),
      element("span", "quiet", `${result.milliseconds} ms`),
    );
    item.append(element("pre", "", pretty(result.text)));
    status.textContent = `${method} /api/${path} answered ${result.status}.`;
  } catch (error) {
    line.append(element("span", "bad", "no answer"));
    item.append(element("pre", "", String(error)));
    status.textContent = `${method} /api/${path} got no answer.`;
  }
  page.querySelector("#results").prepend(item);
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("button[data-path]");
  if (button) void run(button.dataset);
  const link = event.target.closest("a:not([data-external])");
  if (!link || link.origin !== location.origin || event.metaKey || event.ctrlKey) return;
  event.preventDefault();
  history.pushState({}, "", link.href);
  show();
  page.focus();
});
addEventListener("popstate", show);
show();
