/** What went over the wire between the sandbox and the bot, folded away at the bottom. */

import { element, renderList, renderWhenChanged } from "./dom.js";
import { store, update } from "./store.js";
import { clockTime } from "./times.js";

/** Draw the bar, and the entries (newest first) where it is open. */
export function drawTraffic() {
  const section = document.getElementById("traffic");
  renderWhenChanged(section, "drawn", parts);
  const isOpen = Boolean(store.trafficOpen);
  const failed = store.traffic.filter((entry) => !entry.ok).length;
  const count = `${store.traffic.length} entries${failed ? `, ${failed} failed` : ""}`;
  const bar = section.querySelector("button");
  bar.setAttribute("aria-expanded", String(isOpen));
  bar.querySelector("small").textContent = store.lost ? "The sandbox does not answer." : count;
  bar.classList.toggle("failed", failed > 0 || Boolean(store.lost));
  const list = section.querySelector("ol");
  list.hidden = !isOpen;
  if (isOpen) renderList(list, [...store.traffic].reverse().map(item));
}

function parts() {
  const toggle = () => update({ trafficOpen: !store.trafficOpen });
  const attributes = { type: "button", class: "bar", "aria-controls": "traffic-list", onclick: toggle };
  return [
    element("button", attributes, element("span", {}, "Traffic"), element("small")),
    element("ol", { id: "traffic-list", hidden: true, tabindex: "0" }),
  ];
}

function item(entry) {
  return { key: String(entry.number), signature: `${entry.at} ${entry.summary}`, build: () => row(entry) };
}

// A method's summary is often its name only; the words that it carries tell more.
function gist({ ok, kind, summary, payload }) {
  const words = payload?.arguments?.text ?? payload?.event?.text ?? payload?.text ?? "";
  const parts = [!ok && "failed", summary !== kind && summary, words];
  return parts.filter(Boolean).join(" · ");
}

function row(entry) {
  const toBot = entry.direction === "to bot";
  const json = element("pre", { tabindex: "0" });
  const details = element(
    "details",
    { class: entry.ok ? null : "failed" },
    element(
      "summary",
      {},
      element("time", {}, clockTime(entry.at)),
      element("span", { class: "direction" }, toBot ? "→ to the bot" : "← from the bot"),
      element("strong", {}, entry.kind),
      element("span", { class: "summary" }, gist(entry)),
    ),
    json,
  );
  details.addEventListener("toggle", () => {
    json.textContent ||= JSON.stringify(entry.payload, null, 2);
  });
  return element("li", {}, details);
}
