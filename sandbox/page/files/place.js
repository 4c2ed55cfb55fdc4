/** Where the person is: kept in the address, so that a reload or a second tab finds the way. */

import { conversation, store, update } from "./store.js";

/** Go to a conversation (or "home"), and open a thread in it where one is named. */
export function goTo(channel, thread = null, mark = null) {
  update({ place: { channel, thread, mark }, editing: null });
  writeAddress();
  const composer = thread ? "#thread-composer" : "#composer";
  document.querySelector(`${composer} textarea`)?.focus({ preventScroll: true });
}

/** Return who the address names, as {person, channel, thread}: words, any of them may be absent. */
export function addressed() {
  const [person, channel, thread] = location.hash.slice(1).split("/").map(decodeURIComponent);
  return { person, channel, thread };
}

/** Write who the person is and where into the address. */
export function writeAddress() {
  const { me, people } = store.state;
  const { channel, thread } = store.place;
  const name = people.find((person) => person.id === me)?.real_name ?? "";
  const words = [name, channel === "home" ? "home" : wordFor(channel), thread];
  history.replaceState(null, "", `#${words.filter(Boolean).map(encodeURIComponent).join("/")}`);
}

/** Return the id that an address names: a channel's name, "direct" or "home". */
export function channelNamed(word) {
  if (word === "home") return store.state.app.home_enabled ? "home" : null;
  const found = store.state.channels.find((channel) => wordFor(channel.id) === word);
  return found?.id ?? null;
}

/**
 * Follow a link that points into this workspace; return whether it did.
 *
 * Source: https://docs.slack.dev/reference/methods/chat.getPermalink (the permalink's form) and
 * https://docs.slack.dev/interactivity/deep-linking (links that open an app's Home).
 */
export function followLink(address) {
  const url = new URL(address, location.href);
  const message = url.pathname.match(/\/archives\/([A-Z0-9]+)(?:\/p(\d+)(\d{6}))?\/?$/);
  if (message && conversation(message[1])) {
    goToMessage(message[1], message[2] && `${message[2]}.${message[3]}`, url.searchParams);
    return true;
  }
  if (url.protocol !== "slack:" || url.host !== "app") return false;
  const direct = store.state.channels.find((channel) => channel.kind === "im");
  goTo(url.searchParams.get("tab") === "messages" ? direct.id : "home");
  return true;
}

function goToMessage(channel, ts, parameters) {
  const shown = conversation(channel).messages.find((message) => message.ts === ts);
  const thread = parameters.get("thread_ts") ?? shown?.thread_ts ?? null;
  goTo(channel, thread, ts ?? null);
}

function wordFor(id) {
  const channel = conversation(id);
  return channel?.kind === "im" ? "direct" : channel?.name;
}
