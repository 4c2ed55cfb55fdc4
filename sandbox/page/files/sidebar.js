/** The left side: who you are, the conversations, and the app's Home. */

import { avatar } from "./avatar.js";
import { element, renderWhenChanged } from "./dom.js";
import { goTo } from "./place.js";
import { member, store } from "./store.js";
import { isUnread } from "./unread.js";
import { follow } from "./wire.js";

/** Draw the workspace's name, the switch between people and the conversations. */
export function drawSidebar() {
  const { state } = store;
  document.title = `${state.workspace.name} – a small Slack`;
  document.getElementById("workspace").textContent = state.workspace.name;
  drawPeople(document.querySelector("#person select"));
  const rows = state.channels.map(({ id }) => id).concat(state.app.name);
  const unread = state.channels.filter(isUnread).map(({ id }) => id);
  const signature = JSON.stringify([state.me, store.place.channel, rows, unread]);
  renderWhenChanged(document.getElementById("sidebar"), signature, sections);
}

function drawPeople(select) {
  const { me } = store.state;
  const isThere = (person) => !person.is_bot && (!person.deleted || person.id === me);
  const people = store.state.people.filter(isThere);
  const signature = JSON.stringify([me, people]);
  const option = ({ id, real_name }) => element("option", { value: id }, real_name);
  renderWhenChanged(select, signature, () => people.map(option));
  select.value = me;
  select.onchange = () => follow(member(select.value).real_name);
}

function sections() {
  const { channels, app } = store.state;
  const unread = new Set(channels.filter(isUnread).map(({ id }) => id));
  const open = channels.filter((channel) => channel.kind === "channel");
  const direct = channels.filter((channel) => channel.kind === "im");
  return [
    element("h2", {}, "Channels"),
    element("ul", {}, open.map(({ id, name }) => row(id, ["#", name], unread.has(id)))),
    element("h2", {}, "Direct message"),
    element("ul", {}, direct.map(({ id }) => row(id, [avatar(app.user), app.name], unread.has(id)))),
    app.home_enabled && element("h2", {}, "App"),
    app.home_enabled && element("ul", {}, row("home", ["⌂", `${app.name} Home`])),
  ];
}

function row(id, [sign, name], unread = false) {
  const current = store.place.channel === id ? "page" : null;
  const open = () => goTo(id);
  const attributes = { "aria-current": current, "data-key": `row-${id}`, onclick: open };
  return element(
    "li",
    { class: unread ? "unread" : null },
    element(
      "button",
      attributes,
      element("span", { class: "sign", "aria-hidden": "true" }, sign),
      element("span", {}, name),
      unread && element("span", { class: "dot", role: "img", "aria-label": "unread" }),
    ),
  );
}

