/** The clock at the top, in the person's zone, and the buttons that move it on. */

import { element, renderWhenChanged } from "./dom.js";
import { member, store } from "./store.js";
import { clockFace, present } from "./times.js";
import { act } from "./wire.js";

const TICK_MS = 1000;
let moving = null; // the label of the move that is under way

/** Draw the clock. */
export function drawClock() {
  const { me, moves } = store.state;
  const zone = member(me).tz?.replaceAll("_", " ");
  const signature = JSON.stringify([me, zone, moves, moving]);
  renderWhenChanged(document.getElementById("clock"), signature, () => [
    element("time", { id: "clock-face" }),
    element("span", { class: "zone" }, zone),
    moves.map(moveButton),
  ]);
  showTime();
}

setInterval(() => store.state && showTime(), TICK_MS);

function showTime() {
  const face = document.getElementById("clock-face");
  const words = clockFace(present());
  if (face && face.textContent !== words) face.textContent = words;
}

function moveButton(label) {
  const said = /^\d/.test(label) ? `+ ${label}` : label[0].toUpperCase() + label.slice(1);
  const state = { disabled: moving !== null, "aria-busy": moving === label && "true" };
  const attributes = { type: "button", "data-key": `move-${label}`, title: `Move the clock on: ${label}` };
  return element("button", { ...attributes, ...state, onclick: () => move(label) }, said);
}

// One move at a time: the bot may have much to do on the way.
async function move(label) {
  moving = label;
  drawClock();
  await act("moves", { label });
  moving = null;
  drawClock();
  // The button slept meanwhile, and what sleeps cannot hold the focus.
  if (document.activeElement === document.body) {
    document.querySelector(`[data-key="move-${CSS.escape(label)}"]`)?.focus();
  }
}
