/** Radio buttons and checkboxes: each option is a native box with its words beside it. */

import { element } from "./dom.js";

let groups = 0;

/**
 * Return a group of boxes as a control {node, read, write}.
 *
 * Each option is {words, value}, `initial` the values that are ticked at first. Once `most` boxes are
 * ticked, the others sleep.
 */
export function choices(type, labels, options, initial, most = Infinity) {
  const name = `choices-${(groups += 1)}`;
  const rows = options.map(({ words, value }) => row(words, { type, name, value }));
  const node = element("div", { class: "choices", role: "group", ...labels }, rows);
  const boxes = [...node.querySelectorAll("input")];
  const ticked = () => boxes.filter((box) => box.checked).map((box) => box.value);
  const rest = () => {
    const isFull = ticked().length >= most;
    for (const box of boxes) box.disabled = isFull && !box.checked;
  };
  const write = (value) => {
    for (const box of boxes) box.checked = [value ?? ""].flat().includes(box.value);
    rest();
  };
  node.addEventListener("change", rest);
  write(initial);
  return { node, read: () => (type === "radio" ? (ticked()[0] ?? null) : ticked()), write };
}

function row(words, attributes) {
  return element("label", {}, element("input", attributes), element("span", {}, words));
}
