/** The field in which a person writes: messages, slash commands, files and global shortcuts. */

import { element, renderWhenChanged } from "./dom.js";
import { menuButton } from "./menu.js";
import { store } from "./store.js";
import { act } from "./wire.js";

const drafts = new Map(); // "person/channel/thread" → what was begun there

/** Draw the composer of a place: {channel, thread, label, title}. */
export function drawComposer(container, place) {
  const { me, app } = store.state;
  const key = `${me}/${place.channel}/${place.thread ?? ""}`;
  renderWhenChanged(container, JSON.stringify([key, app]), () => composer(key, place));
}

function composer(key, place) {
  const field = element("textarea", { rows: 1, "aria-label": place.label, placeholder: place.label });
  field.value = drafts.get(key) ?? "";
  const broadcast = element("input", { type: "checkbox" });
  const commands = element("ul", { class: "commands", hidden: true });
  const send = async () => {
    const text = field.value;
    if (!text.trim()) return;
    fill(key, field, "");
    const answer = await say(text, place, broadcast.checked);
    if (!answer && !field.value) fill(key, field, text);
    broadcast.checked = false;
  };
  field.addEventListener("input", () => {
    drafts.set(key, field.value);
    fit(field);
    suggest(commands, field, place);
  });
  field.addEventListener("keydown", (event) => sendOnEnter(event, send));
  queueMicrotask(() => fit(field));
  return [commands, field, bar(place, broadcast, send)];
}

function say(text, { channel, thread }, broadcast) {
  if (text.startsWith("/")) return act("runs", { channel, thread, text });
  return act("says", { channel, thread, text, broadcast });
}

function sendOnEnter(event, send) {
  if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  send();
}

function bar(place, broadcast, send) {
  const wide = element("label", {}, broadcast, `Also send to ${place.title}`);
  return element(
    "div",
    { class: "row bar" },
    !place.thread && shortcutMenu(),
    fileButton(place),
    place.thread && wide,
    element("span", { class: "grow" }),
    element("small", {}, "Enter sends, Shift + Enter makes a new line"),
    element("button", { type: "button", class: "primary", onclick: send }, "Send"),
  );
}

function shortcutMenu() {
  const items = store.state.app.shortcuts.map(({ name }) => ({
    label: name,
    choose: () => act("uses", { name }),
  }));
  if (!items.length) return null;
  return menuButton({ class: "quiet" }, "⚡ Shortcuts", items);
}

// Only the name goes to the sandbox, which makes a file message without text of it.
function fileButton({ channel, thread }) {
  const picker = element("input", { type: "file", hidden: true, tabindex: -1 });
  picker.addEventListener("change", () => {
    if (picker.files[0]) act("attaches", { channel, thread, filename: picker.files[0].name });
    picker.value = "";
  });
  const attributes = { type: "button", class: "quiet", onclick: () => picker.click() };
  return [element("button", attributes, "Attach a file"), picker];
}

function suggest(list, field, { thread }) {
  const typed = field.value;
  const fitting = store.state.app.commands.filter(({ command }) => command.startsWith(typed));
  list.hidden = Boolean(thread) || !typed.startsWith("/") || !fitting.length;
  list.replaceChildren(...(list.hidden ? [] : fitting.map((command) => suggestion(command, field))));
}

function suggestion({ command, description, usage_hint: hint }, field) {
  const choose = () => {
    field.value = `${command} `;
    field.focus();
    field.dispatchEvent(new Event("input"));
  };
  const words = [element("strong", {}, command), ` ${hint} `, element("small", {}, description)];
  return element("li", {}, element("button", { type: "button", onclick: choose }, words));
}

function fill(key, field, text) {
  field.value = text;
  drafts.set(key, text);
  fit(field);
}

function fit(field) {
  field.style.height = "auto";
  field.style.height = `${field.scrollHeight + 2}px`;
}
