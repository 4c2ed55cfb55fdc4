/**
 * The stateful elements of Block Kit as native controls: each is {node, read, write}.
 *
 * `read` gives a string (for options their `value`), a list of strings, or null when nothing is chosen.
 * Source: https://docs.slack.dev/reference/block-kit/block-elements
 */

import { choices } from "./choices.js";
import { channels, people } from "./directory.js";
import { element } from "./dom.js";
import { textNodes } from "./text.js";
import { store } from "./store.js";

/** Return the control for an element, or null for a type that holds no choice. */
export function controlFor(part, labels) {
  return CONTROLS[part.type]?.(part, labels) ?? null;
}

const CONTROLS = {
  plain_text_input: (part, labels) => (part.multiline ? area(part, labels) : line(part, labels, "text")),
  email_text_input: (part, labels) => line(part, labels, "email"),
  url_text_input: (part, labels) => line(part, labels, "url"),
  number_input: (part, labels) => line(part, labels, "number"),
  datepicker: (part, labels) => line(part, labels, "date", part.initial_date),
  timepicker: (part, labels) => line(part, labels, "time", part.initial_time),
  radio_buttons: (part, labels) => choices("radio", labels, optionsOf(part), chosen(part)),
  checkboxes: (part, labels) => choices("checkbox", labels, optionsOf(part), chosen(part)),
  static_select: (part, labels) => select(part, labels, groupsOf(part), chosen(part)),
  multi_static_select: (part, labels) => select(part, labels, groupsOf(part), chosen(part)),
  users_select: (part, labels) => directory(part, labels, people, part.initial_user),
  multi_users_select: (part, labels) => manyPeople(part, labels, part.initial_users ?? []),
  channels_select: (part, labels) => directory(part, labels, channels, part.initial_channel),
  conversations_select: (part, labels) => directory(part, labels, channels, firstConversation(part)),
};

function line(part, labels, type, initial = part.initial_value) {
  const { min_length: minlength, max_length: maxlength } = part;
  const step = part.is_decimal_allowed ? "any" : null;
  const limits = { minlength, maxlength, min: part.min_value, max: part.max_value, step };
  const placeholder = part.placeholder?.text;
  const node = element("input", { type, placeholder, value: initial, ...limits, ...labels });
  return valued(node, part);
}

function area(part, labels) {
  const attributes = { rows: 4, placeholder: part.placeholder?.text, maxlength: part.max_length };
  return valued(element("textarea", { ...attributes, ...labels }, part.initial_value), part);
}

function valued(node, part) {
  node.autofocus = Boolean(part.focus_on_load);
  return { node, read: () => node.value || null, write: (value) => (node.value = value ?? "") };
}

function select(part, labels, groups, initial) {
  const multiple = part.type.startsWith("multi_");
  const blank = multiple ? null : element("option", { value: "" }, part.placeholder?.text ?? "Choose");
  const node = element("select", { multiple, ...labels }, blank, groups.map(groupNode));
  const read = () => selected(node, multiple);
  const write = (value) => {
    const wanted = [value ?? ""].flat();
    for (const option of node.options) option.selected = wanted.includes(option.value);
  };
  write(initial);
  if (!multiple && !selected(node, multiple)) node.value = "";
  return { node, read, write };
}

function directory(part, labels, offered, initial) {
  const chosen = [initial].filter(Boolean);
  return select(part, labels, [{ options: offered(chosen) }], chosen);
}

// Boxes rather than a list: to choose a second name in a list, one must know of the Ctrl key.
function manyPeople(part, labels, initial) {
  const options = people(initial).map(({ text, value }) => ({ words: text, value }));
  return choices("checkbox", labels, options, initial, part.max_selected_items);
}

function selected(node, multiple) {
  const values = [...node.selectedOptions].map((option) => option.value);
  return multiple ? values : (values[0] ?? "") || null;
}

function groupNode({ label, options }) {
  const nodes = options.map(({ text, value }) => element("option", { value }, text));
  return label ? element("optgroup", { label }, nodes) : nodes;
}

function groupsOf(part) {
  const plain = (options) => options.map(({ text, value }) => ({ text: text.text, value }));
  if (part.options) return [{ options: plain(part.options) }];
  return part.option_groups.map(({ label, options }) => ({ label: label.text, options: plain(options) }));
}

function optionsOf({ options }) {
  return options.map(({ text, description, value }) => {
    const hint = description && element("small", {}, textNodes(description));
    return { words: [textNodes(text), hint], value };
  });
}

function chosen(part) {
  const options = part.initial_options ?? (part.initial_option ? [part.initial_option] : []);
  return options.map((option) => option.value);
}

function firstConversation(part) {
  return part.initial_conversation ?? (part.default_to_current_conversation ? store.place.channel : null);
}
