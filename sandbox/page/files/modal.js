/** The open modal: a native dialog that keeps what was filled in when the app updates it. */

import { blocksNode } from "./blocks.js";
import { element } from "./dom.js";
import { newForm, valuesOf } from "./forms.js";
import { showErrors } from "./inputs.js";
import { store } from "./store.js";
import { act } from "./wire.js";

let shown = null; // {view, signature, dialog, form}

/** Show the modal that this person has open, or none. */
export function drawModal() {
  const view = store.state.modal;
  const signature = JSON.stringify([store.state.me, view]);
  if (shown?.signature === signature || (!view && !shown)) return;
  const before = shown;
  const focused = document.activeElement?.dataset.key;
  shown = null;
  before?.dialog.remove();
  if (!view) return;
  const form = newForm({ surface: "modal" });
  const dialog = dialogFor(view, form);
  shown = { view, signature, dialog, form };
  document.body.append(dialog);
  dialog.showModal();
  const isSame = before?.view.id === view.id;
  (withKey(dialog, isSame && focused) ?? firstField(dialog))?.focus();
  if (isSame) keepValues(before.form, form);
}

function withKey(dialog, key) {
  return key ? dialog.querySelector(`[data-key="${CSS.escape(key)}"]`) : null;
}

function firstField(dialog) {
  const fields = [...dialog.querySelectorAll(".modal-body :is(input, textarea, select)")];
  return fields.find((field) => field.autofocus) ?? fields[0];
}

function dialogFor(view, form) {
  const submits = (event) => {
    event.preventDefault();
    submit(event.currentTarget, form);
  };
  const dialog = element(
    "dialog",
    { class: "modal", "aria-labelledby": "modal-title" },
    element(
      "form",
      { onsubmit: submits, novalidate: true },
      modalHeader(view),
      element("div", { class: "modal-body" }, blocksNode(view.blocks, form)),
      modalFooter(view),
    ),
  );
  dialog.addEventListener("cancel", (event) => {
    event.preventDefault();
    close();
  });
  return dialog;
}

function modalHeader(view) {
  const attributes = { type: "button", class: "quiet", "aria-label": "Close", onclick: close };
  const title = element("h2", { id: "modal-title" }, view.title);
  return element("header", {}, title, element("button", attributes, "×"));
}

function modalFooter(view) {
  return element(
    "footer",
    { class: "row end" },
    element("button", { type: "button", onclick: close }, view.close ?? "Close"),
    view.submit && element("button", { class: "primary" }, view.submit),
  );
}

async function submit(form, fields) {
  const button = form.querySelector("footer .primary");
  showErrors(form, {});
  const problems = { ...outOfBounds(fields), ...unfilled(fields) };
  if (Object.keys(problems).length) return showErrors(form, problems);
  button?.setAttribute("aria-busy", "true");
  const answer = await act("submits", { values: valuesOf(fields.fields) });
  button?.removeAttribute("aria-busy");
  return showErrors(form, answer?.errors ?? {});
}

// Slack itself holds back a submission in which a field that is not optional is empty.
function unfilled({ fields }) {
  const needed = shown.view.blocks.filter(({ type, optional }) => type === "input" && !optional);
  const ids = needed.map(({ block_id }) => block_id);
  const empty = fields.filter(({ block_id, read }) => ids.includes(block_id) && !read()?.length);
  return Object.fromEntries(empty.map(({ block_id }) => [block_id, "Please fill in this field."]));
}

// Lengths, numbers and addresses are checked by Slack too; here the browser knows how, and says it.
function outOfBounds({ fields }) {
  const wrong = fields.filter(({ node }) => node.checkValidity && !node.checkValidity());
  return Object.fromEntries(wrong.map(({ block_id, node }) => [block_id, node.validationMessage]));
}

function close() {
  act("closes");
}

function keepValues(before, after) {
  for (const field of after.fields) {
    const same = before.fields.find(
      ({ block_id, action_id }) => block_id === field.block_id && action_id === field.action_id,
    );
    if (same) field.write(same.read());
  }
}
