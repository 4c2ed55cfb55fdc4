/** The middle: one conversation with its heading, messages and composer. */

import { drawComposer } from "./composer.js";
import { element, renderList, renderWhenChanged } from "./dom.js";
import { messageItems } from "./messages.js";
import { conversation, member, store, titleOf } from "./store.js";
import { keepingToTheEnd } from "./scroll.js";
import { act } from "./wire.js";

/** Draw the open conversation, unless the Home is shown. */
export function drawConversation() {
  const isHome = store.place.channel === "home";
  for (const id of ["messages", "composer"]) document.getElementById(id).hidden = isHome;
  document.getElementById("page").classList.toggle("with-thread", Boolean(store.place.thread));
  if (isHome) return;
  const channel = conversation(store.place.channel);
  const { me, app } = store.state;
  const members = JSON.stringify([me, channel.id, channel.bot_is_member, channel.people]);
  renderWhenChanged(document.getElementById("heading"), members, () => heading(channel));
  const messages = document.getElementById("messages");
  const shown = channel.messages.filter((message) => isRoot(message) || message.broadcast);
  const place = { key: `${me}/${channel.id}`, mark: store.place.mark, messages: shown };
  keepingToTheEnd(messages, place, () => renderList(messages, items(channel, shown)));
  const words = channel.kind === "im" ? app.name : `#${channel.name}`;
  drawComposer(document.getElementById("composer"), { channel: channel.id, label: `Message ${words}` });
}

function items(channel, shown) {
  if (shown.length) return messageItems(channel, shown);
  const words = channel.kind === "im" ? "Nothing here yet. Say hello." : "Nothing has been said here yet.";
  return [{ key: "empty", signature: words, build: () => element("p", { class: "empty" }, words) }];
}

function isRoot(message) {
  return !message.thread_ts || message.thread_ts === message.ts;
}

function heading(channel) {
  const { app } = store.state;
  const invite = () => act("invites", { channel: channel.id });
  const canInvite = channel.kind === "channel" && !channel.bot_is_member;
  const names = (channel.people ?? []).map((id) => member(id).real_name).join(", ");
  const who = channel.kind === "im" ? "Only you and the app see this." : names;
  return [
    element("h1", {}, titleOf(channel)),
    element("span", { class: "who" }, who),
    canInvite && element("button", { type: "button", onclick: invite }, `Add ${app.name} here`),
  ];
}
