/** Messages: who, when, what, and what may be done with them. */

import { avatar } from "./avatar.js";
import { blocksNode } from "./blocks.js";
import { element } from "./dom.js";
import { editor } from "./editor.js";
import { newForm } from "./forms.js";
import { messageTools } from "./message_tools.js";
import { mrkdwn } from "./mrkdwn.js";
import { goTo } from "./place.js";
import { member, store } from "./store.js";
import { dayOf, instantOf, timeOf } from "./times.js";

/** Return list items (see dom.js) for messages of one channel, with a line where a day begins. */
export function messageItems(channel, messages, { inThread = false } = {}) {
  return messages.flatMap((message, place) => {
    const day = dayOf(message.ts);
    const begins = place === 0 || dayOf(messages[place - 1].ts) !== day;
    const line = { key: `day-${day}`, signature: day, build: () => dayLine(day) };
    const item = messageItem(channel, message, inThread);
    return begins && !inThread ? [line, item] : [item];
  });
}

function messageItem(channel, message, inThread) {
  const editing = store.editing === message.ts;
  const replies = inThread ? [] : repliesTo(channel, message);
  const shownReplies = replies.map(({ ts, user }) => [ts, user]);
  const signature = JSON.stringify([store.state.me, message, editing, shownReplies, store.state.people]);
  const build = () => messageNode(channel, message, { inThread, editing, replies });
  return { key: `${message.ts}/${message.ephemeral}`, signature, build };
}

function repliesTo(channel, message) {
  return channel.messages.filter(isReplyTo(message));
}

function isReplyTo(root) {
  return ({ ts, thread_ts: thread, ephemeral }) => thread === root.ts && ts !== root.ts && !ephemeral;
}

function messageNode(channel, message, { inThread, editing, replies }) {
  const author = member(message.user);
  const kinds = ["message", message.ephemeral && "ephemeral", message.deleted && "note"];
  const label = `${author.real_name}, ${timeOf(message.ts)}`;
  return element(
    "article",
    { class: kinds.filter(Boolean).join(" "), "data-ts": message.ts, "aria-label": label },
    avatar(message.user),
    element(
      "div",
      { class: "message-body" },
      message.ephemeral && element("p", { class: "only-you" }, "Only visible to you"),
      message.broadcast && !inThread && element("p", { class: "only-you" }, "Replied to a thread"),
      byline(author, message),
      editing ? editor(channel, message) : content(channel, message),
      replies.length > 0 && threadLink(channel, message, replies),
    ),
    !editing && messageTools(channel, message, inThread),
  );
}

function byline(author, message) {
  return element(
    "p",
    { class: "byline" },
    element("strong", {}, author.real_name),
    author.is_bot && element("span", { class: "badge" }, "App"),
    element("time", { title: instantOf(message.ts) }, timeOf(message.ts)),
  );
}

function content(channel, message) {
  const where = { surface: "message", channel: channel.id, ts: message.ts };
  const form = newForm(where, message.chosen);
  const hasBlocks = message.blocks.length > 0 && !isTyped(message);
  return element(
    "div",
    { class: "content" },
    hasBlocks ? blocksNode(message.blocks, form) : mrkdwn(message.text),
    message.edited && element("span", { class: "edited" }, "(edited)"),
    message.files.map(({ name }) => element("p", { class: "file" }, `File: ${name}`)),
    message.attachments.map((attachment) => attachmentNode(attachment, form)),
    message.reactions.map(({ name, count }) => element("span", { class: "reaction" }, `${name} ${count}`)),
  );
}

// What a person typed comes with a rich_text block as well, in which the marks are plain letters.
function isTyped(message) {
  const isRichText = message.blocks.every((block) => block.type === "rich_text");
  return !member(message.user).is_bot && isRichText;
}

function attachmentNode(attachment, form) {
  const words = attachment.text ?? attachment.fallback ?? attachment.title ?? "";
  const inner = attachment.blocks ? blocksNode(attachment.blocks, form) : mrkdwn(words);
  return element("div", { class: "attachment" }, inner);
}

function threadLink(channel, message, replies) {
  const people = [...new Set(replies.map(({ user }) => user))].slice(0, 4);
  const words = replies.length === 1 ? "1 reply" : `${replies.length} replies`;
  const attributes = { type: "button", class: "replies", "data-key": `replies-${message.ts}` };
  return element(
    "button",
    { ...attributes, onclick: () => goTo(channel.id, message.ts) },
    people.map(avatar),
    element("span", { class: "count" }, words),
    element("small", {}, `Last reply ${timeOf(replies.at(-1).ts)}`),
  );
}

function dayLine(day) {
  return element("h2", { class: "day" }, element("span", {}, day));
}
