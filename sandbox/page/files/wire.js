/** Talks with the sandbox: what happens comes by server-sent events, what a person does goes by POST. */

import { store, update } from "./store.js";
import { setClock } from "./times.js";
import { toast } from "./toasts.js";

const TRAFFIC_KEPT = 400;
let stream = null;

/** Follow the workspace with this person's eyes, and no longer with the one before. */
export function follow(person) {
  stream?.close();
  stream = new EventSource(`/page/stream?as=${encodeURIComponent(person ?? "")}`);
  stream.addEventListener("state", (event) => takeState(JSON.parse(event.data)));
  stream.addEventListener("traffic", (event) => addTraffic(JSON.parse(event.data)));
  stream.addEventListener("clock", (event) => setClock(JSON.parse(event.data)));
  stream.addEventListener("open", () => update({ traffic: [] }));
  stream.addEventListener("error", () => update({ lost: true }));
}

/** Do something as the person; return the sandbox's answer, or null after a refusal was shown. */
export async function act(verb, details = {}) {
  const body = JSON.stringify({ as: store.state.me, verb, ...details });
  const headers = { "content-type": "application/json" };
  try {
    const response = await fetch("/page/act", { method: "POST", headers, body });
    const answer = await response.json();
    if (answer.ok) return answer;
    toast(answer.error, "failed");
  } catch {
    toast("The sandbox does not answer. Is it still running?", "failed");
  }
  return null;
}

// Another person's conversations have other ids: the address, which says them in words, finds the place.
function takeState(state) {
  const isSomebodyElse = store.state && store.state.me !== state.me;
  const place = isSomebodyElse ? { channel: null, thread: null, mark: null } : store.place;
  if (store.state && !isSomebodyElse) showNotices(store.state, state);
  setClock(state.now);
  update({ state, place, lost: false });
}

// What Slack itself has to say, such as that the app did not answer in time.
function showNotices(before, after) {
  const notices = ({ channels }) =>
    channels.flatMap(({ messages }) => messages.filter(({ notice }) => notice));
  const known = new Set(notices(before).map(({ ts }) => ts));
  for (const { ts, text } of notices(after)) if (!known.has(ts)) toast(text, "failed");
}

function addTraffic(entries) {
  update({ traffic: [...store.traffic, ...entries].slice(-TRAFFIC_KEPT) });
}
