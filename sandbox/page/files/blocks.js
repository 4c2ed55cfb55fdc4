/**
 * Block Kit blocks as nodes.
 *
 * Source: https://docs.slack.dev/reference/block-kit/blocks
 */

import { buttonNode, overflowNode } from "./buttons.js";
import { controlFor } from "./controls.js";
import { element } from "./dom.js";
import { addField } from "./forms.js";
import { imageNode } from "./images.js";
import { inputBlock } from "./inputs.js";
import { markdown } from "./markdown.js";
import { richText } from "./richtext.js";
import { textNodes } from "./text.js";

/** Return one node for a list of blocks, with their fields added to the form. */
export function blocksNode(blocks, form) {
  return element("div", { class: "blocks" }, blocks.map((block) => blockNode(block, form)));
}

const BLOCKS = {
  section: sectionBlock,
  header: (block) => element("h3", {}, textNodes(block.text)),
  divider: () => element("hr"),
  context: (block) => element("div", { class: "context" }, block.elements.map(contextPart)),
  image: (block) => imageNode(block, block.title),
  markdown: (block) => element("div", {}, markdown(block.text)),
  rich_text: (block) => element("div", { class: "rich-text" }, richText(block)),
  actions: (block, form) => {
    const parts = block.elements.map((part) => elementNode(part, block, form));
    return element("div", { class: "actions", role: "group" }, parts);
  },
  input: inputBlock,
};

function blockNode(block, form) {
  const shown = BLOCKS[block.type]?.(block, form);
  return shown ?? element("p", { class: "unknown" }, `This page cannot show a “${block.type}” block.`);
}

function sectionBlock(block, form) {
  const fields = block.fields?.map((field) => element("div", {}, textNodes(field)));
  return element(
    "div",
    { class: "section" },
    element(
      "div",
      { class: "section-words" },
      block.text && textNodes(block.text),
      fields && element("div", { class: "fields" }, fields),
    ),
    block.accessory && element("div", { class: "accessory" }, elementNode(block.accessory, block, form)),
  );
}

function contextPart(part) {
  return part.type === "image" ? imageNode(part) : element("div", {}, textNodes(part));
}

function elementNode(part, block, form) {
  if (part.type === "button") return buttonNode(part, block, form);
  if (part.type === "overflow") return overflowNode(part, block, form);
  if (part.type === "image") return imageNode(part);
  const label = part.placeholder?.text ?? block.text?.text ?? "Choose";
  const key = `${block.block_id}/${part.action_id}`;
  const control = controlFor(part, { "aria-label": label, "data-key": key });
  if (!control) return element("p", { class: "unknown" }, `This page cannot show a “${part.type}”.`);
  return addField(form, block, part, control);
}
