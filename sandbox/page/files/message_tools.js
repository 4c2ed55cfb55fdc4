/** The small bar over a message: reply, and for one's own edit and delete. */

import { confirmed } from "./confirm.js";
import { element } from "./dom.js";
import { goTo } from "./place.js";
import { store, update } from "./store.js";
import { act } from "./wire.js";

/** Return the bar for a message, or null where nothing can be done with it. */
export function messageTools(channel, message, inThread) {
  const mine = message.user === store.state.me && !message.deleted;
  const canReply = !inThread && !message.ephemeral && !message.deleted;
  if (!mine && !canReply) return null;
  return element(
    "div",
    { class: "tools", role: "group", "aria-label": "Message actions" },
    canReply && tool("Reply in thread", () => goTo(channel.id, message.thread_ts ?? message.ts)),
    mine && tool("Edit", () => update({ editing: message.ts })),
    mine && tool("Delete", () => deleteMessage(channel, message)),
  );
}

function tool(label, onclick) {
  return element("button", { type: "button", onclick }, label);
}

async function deleteMessage(channel, message) {
  const words = (text) => ({ type: "plain_text", text });
  const question = {
    title: words("Delete this message?"),
    text: words("It cannot be brought back."),
    confirm: words("Delete"),
    deny: words("Keep it"),
    style: "danger",
  };
  if (await confirmed(question)) act("deletes", { channel: channel.id, ts: message.ts });
}
