/** Where a list of messages is scrolled to: the newest, unless the person reads further up. */

const NEAR_PX = 60;
const drawn = new WeakMap(); // list → the place that was drawn last

/**
 * Change a list: stay at its end, or go to the end when it shows another place.
 *
 * `place` is {key, mark}; the mark is the `ts` of a message to bring into view, or null.
 */
export function keepingToTheEnd(list, place, change) {
  const before = drawn.get(list);
  const isNew = before?.key !== place.key;
  const atEnd = list.scrollHeight - list.scrollTop - list.clientHeight < NEAR_PX;
  change();
  drawn.set(list, place);
  if (isNew || atEnd) list.scrollTop = list.scrollHeight;
  if (place.mark && (isNew || before.mark !== place.mark)) bringIntoView(list, place.mark);
}

function bringIntoView(list, ts) {
  const message = list.querySelector(`[data-ts="${CSS.escape(ts)}"]`);
  message?.scrollIntoView({ block: "center" });
  message?.classList.add("marked");
}
