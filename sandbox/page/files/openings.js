/** Tells the app that a person opened its Home or the direct message with it, as Slack does. */

import { conversation, store } from "./store.js";
import { act } from "./wire.js";

let opened = null; // "person/tab" that was told last

/** Tell of the tab that is open now, once for each time that it is opened. */
export function tellOpening() {
  const { channel } = store.place;
  const verb = { home: "opens_home", im: "opens_messages" }[conversation(channel)?.kind ?? channel];
  const now = verb ? `${store.state.me}/${verb}` : null;
  const isNew = now && now !== opened;
  opened = now;
  if (isNew) act(verb);
}
