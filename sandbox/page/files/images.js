/** Images of Block Kit: loaded only from this machine, described in words otherwise. */

import { element } from "./dom.js";

/** Return an image with its alternative text. */
export function imageNode(image, title) {
  const words = image.alt_text;
  const picture = isLocal(image.image_url)
    ? element("img", { src: image.image_url, alt: words })
    : element("div", { class: "picture", role: "img", "aria-label": words }, `Picture: ${words}`);
  return element("figure", {}, title && element("figcaption", {}, title.text), picture);
}

// The page loads nothing from anywhere else, so a picture on the web stays a frame with its words.
function isLocal(address) {
  return Boolean(address) && new URL(address, location.href).origin === location.origin;
}
