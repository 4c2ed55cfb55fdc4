/** A button that opens a small menu: arrow keys move, Enter chooses, Escape closes. */

import { element } from "./dom.js";

/**
 * Return a button and its menu.
 *
 * `attributes` are the button's; `items` are {label, hint, choose, danger}.
 */
export function menuButton(attributes, face, items) {
  const menu = element("div", { class: "menu", role: "menu", popover: "auto" }, items.map(menuItem));
  const button = element("button", { type: "button", "aria-haspopup": "menu", ...attributes }, face);
  button.addEventListener("click", () => open(button, menu));
  menu.addEventListener("click", () => menu.hidePopover());
  menu.addEventListener("keydown", (event) => moveFocus(event, menu));
  return element("span", { class: "menu-place" }, button, menu);
}

function menuItem({ label, hint, choose, danger }) {
  const kind = danger ? "danger-text" : null;
  const words = [element("span", {}, label), hint && element("small", {}, hint)];
  return element("button", { type: "button", role: "menuitem", class: kind, onclick: choose }, words);
}

function open(button, menu) {
  menu.showPopover();
  const anchor = button.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = menu;
  const below = anchor.bottom + height + 8 < innerHeight;
  menu.style.left = `${Math.max(8, Math.min(anchor.left, innerWidth - width - 8))}px`;
  menu.style.top = `${below ? anchor.bottom + 4 : Math.max(8, anchor.top - height - 4)}px`;
  menu.querySelector("button")?.focus();
}

function moveFocus(event, menu) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  event.preventDefault();
  const items = [...menu.querySelectorAll("button")];
  const next = (items.indexOf(document.activeElement) + step + items.length) % items.length;
  items[next].focus();
}
