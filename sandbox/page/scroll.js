/** Where a list of messages is scrolled to: the newest, unless the person reads further up. */

const NEAR_PX = 60;
const drawn = new WeakMap(); // list → {key, mark, atEnd} of what was drawn last

// A list that becomes smaller, because the traffic is unfolded, keeps its newest message in view.
const resizes = new ResizeObserver((entries) => {
  for (const { target } of entries) if (drawn.get(target)?.atEnd) toTheEnd(target);
});

/**
 * Change a list: stay at its end, or go to the end when it shows another place.
 *
 * `place` is {key, mark}; the mark is the `ts` of a message to bring into view, or null.
 */
export function keepingToTheEnd(list, { key, mark }, change) {
  const before = drawn.get(list) ?? watched(list);
  const isNew = before.key !== key;
  const atEnd = isNew || before.atEnd;
  change();
  drawn.set(list, { key, mark, atEnd });
  if (atEnd) toTheEnd(list);
  if (mark && (isNew || before.mark !== mark)) bringIntoView(list, mark);
}

function watched(list) {
  resizes.observe(list);
  list.addEventListener("scroll", () => {
    drawn.get(list).atEnd = list.scrollHeight - list.scrollTop - list.clientHeight < NEAR_PX;
  });
  return {};
}

function toTheEnd(list) {
  list.scrollTop = list.scrollHeight;
}

function bringIntoView(list, ts) {
  const message = list.querySelector(`[data-ts="${CSS.escape(ts)}"]`);
  message?.scrollIntoView({ block: "center" });
  message?.classList.add("marked");
}
