/** Buttons and overflow menus of Block Kit. */

import { element } from "./dom.js";
import { report } from "./forms.js";
import { menuButton } from "./menu.js";
import { followLink } from "./place.js";
import { withEmoji } from "./emoji.js";

/** Return a Block Kit button; it is asleep while the sandbox takes the press. */
export function buttonNode(part, block, form) {
  const button = element(
    "button",
    {
      type: "button",
      class: part.style,
      "aria-label": part.accessibility_label,
      "data-key": `${block.block_id}/${part.action_id}`,
    },
    withEmoji(part.text.text),
  );
  button.addEventListener("click", async () => {
    button.setAttribute("aria-busy", "true");
    const told = await report(form, block, part, part.value ?? null);
    if (told && part.url) openAddress(part.url);
    button.removeAttribute("aria-busy");
  });
  return button;
}

/** Return a Block Kit overflow menu: three dots, and the options behind them. */
export function overflowNode(part, block, form) {
  const items = part.options.map((option) => ({
    label: withEmoji(option.text.text),
    hint: option.description?.text,
    choose: () => report(form, block, part, option.value),
  }));
  const attributes = { "aria-label": "More choices", "data-key": `${block.block_id}/${part.action_id}` };
  return menuButton(attributes, "⋯", items);
}

function openAddress(address) {
  if (!followLink(address)) window.open(address, "_blank", "noreferrer");
}
