/** Short notices at the top of the page that go by themselves. */

import { element } from "./dom.js";

const SHOWN_MS = 7000;

/** Show a notice for a few seconds; kind "failed" is read out at once by screen readers. */
export function toast(text, kind = "plain") {
  const close = element("button", { class: "quiet", "aria-label": "Close this notice" }, "×");
  const role = kind === "failed" ? "alert" : "status";
  const notice = element("div", { class: `toast ${kind}`, role }, element("span", {}, text), close);
  close.addEventListener("click", () => notice.remove());
  const toasts = document.getElementById("toasts");
  toasts.append(notice);
  toasts.hidePopover();
  toasts.showPopover(); // on top again, also of a modal that was opened in between
  setTimeout(() => notice.remove(), SHOWN_MS);
}
