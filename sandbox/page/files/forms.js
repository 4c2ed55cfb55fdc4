/** The fields of one message, modal or Home, and what pressing or choosing in it tells the sandbox. */

import { confirmed } from "./confirm.js";
import { act } from "./wire.js";

/**
 * Return an empty form for one surface: {surface: "message", channel, ts}, "home" or "modal".
 *
 * Its `fields` are {block_id, action_id, node, read, write}; `read` gives a string, a list, or null.
 * `chosen` is what was chosen in it before: {block_id: {action_id: value}}.
 */
export function newForm(where, chosen = {}) {
  const fields = [];
  return { where, chosen, fields, values: () => valuesOf(fields) };
}

/** Return what a form's fields hold now: {block_id: {action_id: value}}. */
export function valuesOf(fields) {
  const values = {};
  for (const { block_id, action_id, read } of fields) {
    values[block_id] = { ...values[block_id], [action_id]: read() };
  }
  return values;
}

/** Tell the sandbox that an element was pressed or chosen in, once the person has confirmed it. */
export async function report(form, block, part, value = null) {
  const agreed = !part.confirm || (await confirmed(part.confirm));
  if (!agreed) return false;
  const { block_id } = block;
  const { action_id } = part;
  await act("presses", { ...form.where, block_id, action_id, value, values: form.values() });
  return true;
}

/** Add a control to the form; where its block sends each change, a change is told at once. */
export function addField(form, block, part, control) {
  const { node, read, write } = control;
  const chosen = form.chosen[block.block_id]?.[part.action_id];
  if (chosen !== undefined) write(chosen);
  form.fields.push({ block_id: block.block_id, action_id: part.action_id, node, read, write });
  const tellsChanges = block.type !== "input" || block.dispatch_action;
  if (tellsChanges) node.addEventListener("change", () => report(form, block, part, read()));
  return node;
}
