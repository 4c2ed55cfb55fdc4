/** Which conversations hold something new: told by the newest message that this person has seen. */

import { store } from "./store.js";

const seen = new Map(); // "person/channel" → ts

/** Take the conversation that is open as read. */
export function markRead() {
  const { me, channels } = store.state;
  for (const channel of channels) {
    const key = `${me}/${channel.id}`;
    if (!seen.has(key) && channel.kind !== "im") seen.set(key, newest(channel));
    if (channel.id === store.place.channel) seen.set(key, newest(channel));
  }
}

/** Return whether a conversation holds a message that this person has not seen. */
export function isUnread(channel) {
  return newest(channel) > (seen.get(`${store.state.me}/${channel.id}`) ?? "");
}

function newest(channel) {
  const others = channel.messages.filter(({ user }) => user !== store.state.me);
  return others.at(-1)?.ts ?? "";
}
