/** Where a list of messages is scrolled to: the newest, unless the person reads further up. */

import { store } from "./store.js";

const NEAR_PX = 60;
const drawn = new WeakMap(); // list → {key, mark, own, atEnd} of what was drawn last

// A list that changes its size, because the traffic is unfolded, keeps its newest message in view.
const resizes = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    sizes.set(target, sizeOf(target));
    if (drawn.get(target)?.atEnd) toTheEnd(target);
  }
});
const sizes = new WeakMap(); // list → its size as it was last seen

/**
 * Change a list: stay at its end; go there when it shows another place, or new words of one's own.
 *
 * `place` is {key, mark, messages}; the mark is the `ts` of a message to bring into view, or null.
 */
export function keepingToTheEnd(list, { key, mark, messages }, change) {
  const before = drawn.get(list) ?? watched(list);
  const own = messages.findLast(({ user }) => user === store.state.me)?.ts ?? "";
  const isNew = before.key !== key;
  const atEnd = isNew || before.atEnd || own > before.own;
  change();
  drawn.set(list, { key, mark, own, atEnd });
  if (atEnd) toTheEnd(list);
  if (mark && (isNew || before.mark !== mark)) bringIntoView(list, mark);
}

function watched(list) {
  resizes.observe(list);
  list.addEventListener("scroll", () => {
    if (sizes.get(list) !== sizeOf(list)) return; // not the person scrolled but the window changed
    drawn.get(list).atEnd = list.scrollHeight - list.scrollTop - list.clientHeight < NEAR_PX;
  });
  return {};
}

function sizeOf(list) {
  return `${list.clientWidth}×${list.clientHeight}`;
}

function toTheEnd(list) {
  list.scrollTop = list.scrollHeight;
}

function bringIntoView(list, ts) {
  const message = list.querySelector(`[data-ts="${CSS.escape(ts)}"]`);
  message?.scrollIntoView({ block: "center" });
  message?.classList.add("marked");
}
