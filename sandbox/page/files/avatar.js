/** A person's or app's picture: the initials on a colour of their own. */

import { element } from "./dom.js";
import { member } from "./store.js";

const HUES = [262, 200, 150, 20, 340, 95, 45, 290];

/** Return the picture for this id; it is decoration, since the name stands beside it. */
export function avatar(id) {
  const { real_name: name, is_bot: isBot } = member(id);
  const initials = name.split(/\s+/).map((word) => [...word][0]).slice(0, 2).join("");
  const sum = [...name].reduce((total, character) => total + character.codePointAt(0), 0);
  const kind = isBot ? "avatar app" : "avatar";
  const picture = element("span", { class: kind, "aria-hidden": "true" }, initials);
  picture.style.setProperty("--hue", HUES[sum % HUES.length]);
  return picture;
}
