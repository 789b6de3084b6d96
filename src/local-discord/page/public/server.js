/** @typedef {import("../places.ts").Viewer} Viewer */
/** @typedef {import("../live.ts").LiveUpdate} LiveUpdate */

/** How long to wait before a lost connection is tried again, in ms. */
const patience = 1000;

/**
 * Asks the local Discord for something in a member's name.
 * @param {Viewer} as
 * @param {string} action one of the API's actions
 * @param {object} [input]
 * @returns {Promise<any>} its answer, whose shape the action says
 * @throws when the server can't be reached or refuses
 */
export async function ask(as, action, input = {}) {
  const response = await fetch(`/page/api/${action}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ as, input }),
  });
  if (!response.ok) throw new Error(`${action}: ${response.status} ${await response.text()}`);
  return response.json();
}

/**
 * Follows the messages that a member sees, and goes on when the connection was lost.
 * @param {Viewer} as
 * @param {object} told
 * @param {() => void} told.begin a connection stands; all messages follow
 * @param {(update: LiveUpdate) => void} told.update
 * @param {() => void} told.lost
 * @returns {() => void} what ends it
 */
export function follow(as, { begin, update, lost }) {
  const address = new URL("/page/live", location.href);
  address.protocol = "ws:";
  address.search = new URLSearchParams({ ...as, guild: as.guild ?? "" }).toString();
  let ended = false;
  /** @type {WebSocket} */
  let socket;
  const connect = () => {
    if (ended) return;
    socket = new WebSocket(address);
    socket.addEventListener("open", begin);
    socket.addEventListener("message", ({ data }) => {
      if (!ended) update(JSON.parse(data));
    });
    socket.addEventListener("close", () => {
      if (ended) return;
      lost();
      setTimeout(connect, patience);
    });
  };
  connect();
  return () => {
    ended = true;
    socket.close();
  };
}
