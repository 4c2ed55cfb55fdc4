/**
 * Rich text blocks as nodes.
 *
 * Source: https://docs.slack.dev/reference/block-kit/blocks/rich-text-block
 */

import { element } from "./dom.js";
import { withEmoji } from "./emoji.js";
import { channelMention, link, mention } from "./mrkdwn.js";
import { slackDate } from "./times.js";

/** Return the nodes of a rich_text block. */
export function richText(block) {
  return block.elements.map(partNode);
}

function partNode(part) {
  const content = part.elements.map((child) => pieceNode(child));
  if (part.type === "rich_text_quote") return element("blockquote", {}, content);
  if (part.type === "rich_text_preformatted") return element("pre", {}, element("code", {}, content));
  if (part.type === "rich_text_list") return listNode(part);
  return element("p", {}, content);
}

function listNode(part) {
  const tag = part.style === "ordered" ? "ol" : "ul";
  const items = part.elements.map((item) => element("li", {}, item.elements.map(pieceNode)));
  return element(tag, { class: `indent-${part.indent ?? 0}`, start: part.offset ? part.offset + 1 : null }, items);
}

const PIECES = {
  text: (piece) => brokenLines(withEmoji(piece.text)),
  link: (piece) => link(piece.url, piece.text ?? piece.url),
  user: (piece) => mention(piece.user_id),
  channel: (piece) => channelMention(piece.channel_id),
  broadcast: (piece) => element("span", { class: "mention" }, `@${piece.range}`),
  emoji: (piece) => withEmoji(`:${piece.name}:`),
  date: (piece) => element("time", {}, slackDate(piece.timestamp, piece.format)),
};

const STYLES = { bold: "strong", italic: "em", strike: "s", code: "code", underline: "u" };

function pieceNode(piece) {
  const plain = PIECES[piece.type]?.(piece) ?? `[${piece.type}]`;
  return Object.entries(STYLES)
    .filter(([style]) => piece.style?.[style])
    .reduce((inner, [, tag]) => element(tag, {}, inner), plain);
}

function brokenLines(text) {
  return text.split("\n").flatMap((line, place) => (place ? [element("br"), line] : [line]));
}
