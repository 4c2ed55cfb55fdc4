/** The field in which a person changes a message of their own. */

import { element } from "./dom.js";
import { update } from "./store.js";
import { act } from "./wire.js";

/** Return the field with the message's words; Enter saves, Escape leaves it as it was. */
export function editor(channel, message) {
  const field = element("textarea", { rows: 3, "aria-label": "Edit your message" }, plain(message.text));
  const leave = () => update({ editing: null });
  const save = async () => {
    const text = field.value;
    if (await act("edits", { channel: channel.id, ts: message.ts, text })) leave();
  };
  field.addEventListener("keydown", (event) => {
    if (event.key === "Escape") leave();
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    save();
  });
  queueMicrotask(() => field.focus());
  return element(
    "div",
    { class: "editor" },
    field,
    element(
      "div",
      { class: "row" },
      element("button", { type: "button", class: "primary", onclick: save }, "Save"),
      element("button", { type: "button", onclick: leave }, "Cancel"),
    ),
  );
}

function plain(text) {
  const unlinked = text.replace(/<(https?:[^|>]+)(\|[^>]*)?>/g, "$1");
  return unlinked.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}
