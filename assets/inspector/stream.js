// The stream of events. It rests while the page is hidden: browsers allow few connections per host.

/** Opens the stream and keeps it open; `on` has a function for each kind of event. */
export function openStream(on) {
  let source;
  let cursor = "";

  function connect() {
    source = new EventSource(`/events?after=${encodeURIComponent(cursor)}`);
    source.addEventListener("open", () => on.connection("Live"));
    source.addEventListener("error", () => {
      on.connection(navigator.onLine === false ? "Offline" : "Reconnecting");
      // A refused request ends the source for good.
      if (source?.readyState === EventSource.CLOSED) retry();
    });
    for (const name of ["hello", "stack", "cleared", "exchanges", "logs"]) {
      source.addEventListener(name, (event) => {
        if (event.lastEventId !== "") cursor = event.lastEventId;
        on[name](JSON.parse(event.data));
      });
    }
  }

  function disconnect() {
    source?.close();
    source = undefined;
  }

  function retry() {
    disconnect();
    setTimeout(() => {
      if (source === undefined && !document.hidden) connect();
    }, 2000);
  }

  document.addEventListener("visibilitychange", () => {
    if (document.hidden) disconnect();
    else if (source === undefined) connect();
  });
  addEventListener("pagehide", disconnect);
  connect();
}
