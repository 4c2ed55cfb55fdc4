/**
 * Markdown blocks: the common marks, written anew in Slack's own.
 *
 * Source: https://docs.slack.dev/reference/block-kit/blocks/markdown-block
 */

import { mrkdwn } from "./mrkdwn.js";

/** Return the nodes of a text in Markdown: headings, emphasis, links, lists, quotes and code. */
export function markdown(text) {
  const slacks = text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replace(/(^|[^*])\*([^*\s][^*]*)\*(?!\*)/g, "$1_$2_")
    .replace(/\*\*([^*]+)\*\*/g, "*$1*")
    .replace(/^#{1,6} +(.*)$/gm, "*$1*")
    .replace(/\[([^\]]+)\]\((https?:[^)\s]+)\)/g, "<$2|$1>")
    .replace(/^\s*[*+] +/gm, "• ");
  return mrkdwn(slacks);
}
