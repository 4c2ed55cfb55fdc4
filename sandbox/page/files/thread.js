/** The pane at the right: one thread with its own composer. */

import { drawComposer } from "./composer.js";
import { element, renderList, renderWhenChanged } from "./dom.js";
import { messageItems } from "./messages.js";
import { goTo } from "./place.js";
import { conversation, store, titleOf } from "./store.js";
import { keepingToTheEnd } from "./scroll.js";

/** Draw the open thread, or hide the pane. */
export function drawThread() {
  const pane = document.getElementById("thread");
  const channel = conversation(store.place.channel);
  const { thread, mark } = store.place;
  pane.hidden = !thread || !channel;
  if (pane.hidden) return;
  const { me } = store.state;
  renderWhenChanged(document.getElementById("thread-heading"), channel.id, () => heading(channel));
  const list = document.getElementById("thread-messages");
  const messages = channel.messages.filter(({ ts, thread_ts }) => [ts, thread_ts].includes(thread));
  const shown = { key: `${me}/${channel.id}/${thread}`, mark, messages };
  keepingToTheEnd(list, shown, () => renderList(list, items(channel, messages)));
  const title = titleOf(channel);
  const place = { channel: channel.id, thread, label: "Reply in the thread", title };
  drawComposer(document.getElementById("thread-composer"), place);
}

function items(channel, messages) {
  const [root, ...replies] = messageItems(channel, messages, { inThread: true });
  return [root, countItem(replies.length), ...replies].filter(Boolean);
}

function countItem(count) {
  const words = count === 1 ? "1 reply" : `${count} replies`;
  const build = () => element("h3", { class: "reply-count" }, words);
  return count > 0 && { key: "count", signature: words, build };
}

function heading(channel) {
  const close = () => goTo(channel.id);
  return [
    element("h2", {}, "Thread"),
    element("span", { class: "who" }, titleOf(channel)),
    element("button", { class: "quiet", "aria-label": "Close the thread", onclick: close }, "×"),
  ];
}
