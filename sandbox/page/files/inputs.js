/** Input blocks: a label, a control, a hint, and the place for what is wrong with it. */

import { controlFor } from "./controls.js";
import { element } from "./dom.js";
import { addField } from "./forms.js";

let inputs = 0;

/** Return an input block and add its field to the form. */
export function inputBlock(block, form) {
  const id = `input-${(inputs += 1)}`;
  const part = block.element;
  const isGroup = ["radio_buttons", "checkboxes", "multi_users_select"].includes(part.type);
  const described = `${id}-hint ${id}-error`;
  const labels = isGroup ? { "aria-labelledby": `${id}-label` } : { id };
  const key = `${block.block_id}/${part.action_id}`;
  const control = controlFor(part, { ...labels, "aria-describedby": described, "data-key": key });
  if (!control) return element("p", { class: "unknown" }, `This page cannot show a “${part.type}”.`);
  return element(
    "div",
    { class: "input", "data-block": block.block_id },
    labelNode(id, block, isGroup),
    addField(form, block, part, control),
    element("small", { id: `${id}-hint`, class: "hint" }, block.hint?.text),
    element("p", { id: `${id}-error`, class: "error", role: "alert" }),
  );
}

/** Show what is wrong under the fields: {block_id: words}; an empty object clears it. */
export function showErrors(container, errors) {
  for (const block of container.querySelectorAll(".input")) {
    const words = errors[block.dataset.block] ?? "";
    block.querySelector(".error").textContent = words;
    block.classList.toggle("wrong", Boolean(words));
    for (const field of block.querySelectorAll("input, textarea, select")) {
      field.setAttribute("aria-invalid", String(Boolean(words)));
    }
  }
  container.querySelector(".wrong :is(input, textarea, select)")?.focus();
}

function labelNode(id, block, isGroup) {
  const optional = block.optional && element("span", { class: "optional" }, " (optional)");
  const attributes = isGroup ? { id: `${id}-label`, class: "label" } : { for: id, class: "label" };
  return element(isGroup ? "div" : "label", attributes, block.label.text, optional);
}
