/** The page's start: follows the workspace and draws each part of the page when something changed. */

import { drawClock } from "./clock.js";
import { drawConversation } from "./conversation.js";
import { drawHome } from "./home.js";
import { drawModal } from "./modal.js";
import { tellOpening } from "./openings.js";
import { addressed, channelNamed, writeAddress } from "./place.js";
import { drawSidebar } from "./sidebar.js";
import { conversation, store, subscribe } from "./store.js";
import { drawThread } from "./thread.js";
import { drawTraffic } from "./traffic.js";
import { markRead } from "./unread.js";
import { follow } from "./wire.js";

const PARTS = [drawSidebar, drawClock, drawHome, drawConversation, drawThread, drawModal, drawTraffic];

subscribe(() => {
  if (!store.state) return;
  findPlace();
  markRead();
  for (const draw of PARTS) draw();
  tellOpening();
});

follow(addressed().person);

// The first time, and whenever the place is gone: where the address points, else where the app is.
function findPlace() {
  const { channel } = store.place;
  if (channel === "home" || store.state.channels.some(({ id }) => id === channel)) return;
  const words = addressed();
  const named = channelNamed(words.channel);
  const place = named ?? firstPlace();
  const thread = isRoot(place, words.thread) ? words.thread : null;
  store.place = { channel: place, thread, mark: null };
  writeAddress();
}

function firstPlace() {
  const { channels } = store.state;
  const withApp = channels.find(({ kind, bot_is_member }) => kind === "channel" && bot_is_member);
  return (withApp ?? channels[0]).id;
}

function isRoot(channel, ts) {
  return conversation(channel)?.messages.some((message) => message.ts === ts);
}

document.querySelector(".skip").addEventListener("click", (event) => {
  event.preventDefault(); // the address says who and where, and stays as it is
  document.querySelector("#composer textarea")?.focus();
});
