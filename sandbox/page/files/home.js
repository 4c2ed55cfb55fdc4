/** The app's Home tab. */

import { blocksNode } from "./blocks.js";
import { element, renderWhenChanged } from "./dom.js";
import { newForm } from "./forms.js";
import { store } from "./store.js";

/** Draw the Home tab where it is the open place. */
export function drawHome() {
  const container = document.getElementById("home");
  container.hidden = store.place.channel !== "home";
  const { me, app, home, people } = store.state;
  if (container.hidden) return;
  const heading = document.getElementById("heading");
  renderWhenChanged(heading, `home/${me}`, () => element("h1", {}, `${app.name} Home`));
  const signature = JSON.stringify([me, home, people]);
  renderWhenChanged(container, signature, () => {
    if (home) return blocksNode(home.blocks, newForm({ surface: "home" }));
    return element("p", { class: "empty" }, `${app.name} has not shown anything here yet.`);
  });
}
