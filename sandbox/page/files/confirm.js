/** The question that an element may ask before it acts, as a dialog. */

import { element } from "./dom.js";
import { mrkdwn } from "./mrkdwn.js";

/** Ask the person; return whether they agreed. `question` is a Block Kit confirmation dialog. */
export function confirmed(question) {
  const style = question.style === "danger" ? "danger" : "primary";
  const words = question.text.type === "mrkdwn" ? mrkdwn(question.text.text) : question.text.text;
  const dialog = element(
    "dialog",
    { class: "confirm", "aria-label": question.title.text },
    element("h2", {}, question.title.text),
    element("div", {}, words),
    element(
      "form",
      { method: "dialog", class: "row end" },
      element("button", { value: "no" }, question.deny.text),
      element("button", { value: "yes", class: style, autofocus: true }, question.confirm.text),
    ),
  );
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((answer) => {
    dialog.addEventListener("close", () => {
      dialog.remove();
      answer(dialog.returnValue === "yes");
    });
  });
}
