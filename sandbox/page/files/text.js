/** Block Kit text objects as nodes. */

import { element } from "./dom.js";
import { withEmoji } from "./emoji.js";
import { mrkdwn } from "./mrkdwn.js";

/** Return the nodes of a text object, plain or mrkdwn. */
export function textNodes(text) {
  if (text.type === "mrkdwn") return mrkdwn(text.text);
  const lines = withEmoji(text.text).split("\n");
  return lines.flatMap((line, place) => (place ? [element("br"), line] : [line]));
}
