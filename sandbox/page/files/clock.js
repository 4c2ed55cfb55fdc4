/** The clock at the top, in the person's zone, and the buttons that move it on. */

import { element, renderWhenChanged } from "./dom.js";
import { member, store } from "./store.js";
import { clockFace, present } from "./times.js";
import { act } from "./wire.js";

const TICK_MS = 1000;

/** Draw the clock. */
export function drawClock() {
  const { me, moves } = store.state;
  const signature = JSON.stringify([me, moves]);
  renderWhenChanged(document.getElementById("clock"), signature, () => [
    element("time", { id: "clock-face" }),
    element("span", { class: "zone" }, member(me).tz?.replaceAll("_", " ")),
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
  const attributes = { type: "button", "data-key": `move-${label}`, title: `Move the clock on: ${label}` };
  return element("button", { ...attributes, onclick: () => act("moves", { label }) }, said);
}
