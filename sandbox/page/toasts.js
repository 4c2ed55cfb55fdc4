/** Short notices at the top of the page that go by themselves. */

import { element } from "./dom.js";

const SHOWN_MS = 7000;

/** Show a notice for a few seconds; kind "failed" is read out at once by screen readers. */
export function toast(text, kind = "plain") {
  const close = element("button", { class: "quiet", "aria-label": "Close this notice" }, "×");
  const role = kind === "failed" ? "alert" : "status";
  const notice = element("div", { class: `toast ${kind}`, role }, element("span", {}, text), close);
  close.addEventListener("click", () => notice.remove());
  document.getElementById("toasts").append(notice);
  setTimeout(() => notice.remove(), SHOWN_MS);
}
