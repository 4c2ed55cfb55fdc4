/**
 * Slack's own markup as nodes.
 *
 * Source: https://docs.slack.dev/messaging/formatting-message-text
 */

import { element } from "./dom.js";
import { withEmoji } from "./emoji.js";
import { followLink } from "./place.js";
import { conversation, member, store } from "./store.js";
import { slackDate } from "./times.js";

/** Return the nodes of a text in mrkdwn: paragraphs, quotes, lists and code. */
export function mrkdwn(text) {
  return text.split("```").flatMap((part, place) => {
    if (place % 2) return [element("pre", {}, element("code", {}, decoded(part.replace(/^\n/, ""))))];
    return lineGroups(part).map(groupNode);
  });
}

/** Return a link that stays in the page where it points into this workspace. */
export function link(address, ...label) {
  if (!/^(https?|mailto|slack):/i.test(address)) return element("span", {}, ...label);
  const follow = (event) => followLink(address) && event.preventDefault();
  const attributes = { href: address, target: "_blank", rel: "noreferrer", onclick: follow };
  return element("a", attributes, ...label);
}

/** Return a person's or app's name as Slack shows a mention. */
export function mention(id) {
  const mine = id === store.state.me ? " me" : "";
  return element("span", { class: `mention${mine}` }, `@${member(id).real_name}`);
}

/** Return a channel's name as a link to it. */
export function channelMention(id, name) {
  return link(`${location.origin}/archives/${id}`, `#${conversation(id)?.name ?? name ?? "channel"}`);
}

const LINE_KINDS = [
  ["quote", /^(?:&gt;|>) ?/],
  ["bullet", /^\s*[•◦-] +/],
  ["number", /^\s*\d+[.)] +/],
];

function lineGroups(text) {
  const groups = [];
  for (const line of text.replace(/^\n|\n$/g, "").split("\n")) {
    const [kind, prefix] = LINE_KINDS.find(([, pattern]) => pattern.test(line)) ?? ["plain", /^/];
    const words = kind === "number" ? line : line.replace(prefix, "");
    if (groups.at(-1)?.kind === kind) groups.at(-1).lines.push(words);
    else groups.push({ kind, lines: [words] });
  }
  return groups.filter(({ kind, lines }) => kind !== "plain" || lines.join("") !== "");
}

function groupNode({ kind, lines }) {
  if (kind === "quote") return element("blockquote", {}, withBreaks(lines));
  if (kind === "bullet") return element("ul", {}, lines.map((line) => element("li", {}, inline(line))));
  return element("p", {}, withBreaks(lines));
}

function withBreaks(lines) {
  return lines.flatMap((line, place) => (place ? [element("br"), ...inline(line)] : inline(line)));
}

// A marker opens after a space or punctuation and closes before one; code and <...> hold no markup.
const BEFORE = "(?<![\\p{L}\\p{N}])";
const AFTER = "(?![\\p{L}\\p{N}])";
const styled = (mark) => `${BEFORE}[${mark}](?!\\s)([^${mark}]*[^\\s${mark}])[${mark}]${AFTER}`;
const INLINE = new RegExp(
  ["`([^`]+)`", "<([^<>]+)>", styled("*"), styled("_"), styled("~"), "(https?://[^\\s<>|]+)"].join("|"),
  "u",
);

function inline(text) {
  const nodes = [];
  let rest = text;
  for (let match = INLINE.exec(rest); match; match = INLINE.exec(rest)) {
    nodes.push(withEmoji(decoded(rest.slice(0, match.index))), inlineNode(match));
    rest = rest.slice(match.index + match[0].length);
  }
  return [...nodes, withEmoji(decoded(rest))];
}

function inlineNode([, code, angled, bold, italic, struck, address]) {
  if (code) return element("code", {}, decoded(code));
  if (angled) return angledNode(angled);
  if (bold) return element("strong", {}, inline(bold));
  if (italic) return element("em", {}, inline(italic));
  if (struck) return element("s", {}, inline(struck));
  return link(decoded(address), decoded(address));
}

function angledNode(angled) {
  const [body, label] = angled.split(/\|(.*)/s);
  if (body.startsWith("@")) return mention(body.slice(1));
  if (body.startsWith("#")) return channelMention(body.slice(1), label);
  if (body.startsWith("!date^")) return dateNode(body, label);
  if (body.startsWith("!")) return element("span", { class: "mention" }, `@${body.slice(1)}`);
  return link(decoded(body), decoded(label ?? body));
}

function dateNode(body, fallback) {
  const [, seconds, format, address] = body.split("^");
  const words = Number.isFinite(Number(seconds)) ? slackDate(seconds, format) : fallback;
  const shown = element("time", { title: decoded(fallback ?? "") }, decoded(words ?? ""));
  return address ? link(decoded(address), shown) : shown;
}

function decoded(text) {
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}
