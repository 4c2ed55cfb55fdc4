/** Instants as people read them, in the person's own zone. */

import { store } from "./store.js";

const LANGUAGE = "en-GB";
let aheadMs = 0; // of this machine's time

/** Return the hour and minute of a message's `ts`. */
export function timeOf(ts) {
  return written(dateOf(ts), { hour: "2-digit", minute: "2-digit" });
}

/** Return the day of a message's `ts`: "Today", "Yesterday" or its date. */
export function dayOf(ts) {
  const words = pretty(dateOf(ts), { weekday: "long", day: "numeric", month: "long" });
  return words[0].toUpperCase() + words.slice(1);
}

/** Return the whole date and time of a message's `ts`. */
export function instantOf(ts) {
  return written(dateOf(ts), { dateStyle: "full", timeStyle: "medium" });
}

/** Return the hour, minute and second of an instant in ISO form. */
export function clockTime(instant) {
  return written(new Date(instant), { timeStyle: "medium" });
}

/** Return the clock as it stands at the top of the page. */
export function clockFace(date) {
  const day = written(date, { weekday: "short", day: "numeric", month: "short", year: "numeric" });
  return `${day}, ${written(date, { hour: "2-digit", minute: "2-digit" })}`;
}

/** Set the page's clock by the sandbox's (an instant in ISO form). */
export function setClock(instant) {
  aheadMs = Date.parse(instant) - Date.now();
}

/** Return the sandbox's present instant, which runs on between two messages from it. */
export function present() {
  return new Date(Date.now() + aheadMs);
}

/**
 * Return a date as Slack fills in its placeholders.
 *
 * Source: https://docs.slack.dev/messaging/formatting-message-text#date-formatting
 */
export function slackDate(seconds, format) {
  const date = new Date(Number(seconds) * 1000);
  return format.replace(/\{(\w+)\}/g, (whole, name) => DATE_TOKENS[name]?.(date) ?? whole);
}

const SHORT = { day: "numeric", month: "short", year: "numeric" };
const MEDIUM = { day: "numeric", month: "long", year: "numeric" };
const LONG = { weekday: "long", ...MEDIUM };

const DATE_TOKENS = {
  date_num: (date) => new Intl.DateTimeFormat("sv-SE", { timeZone: zone() }).format(date),
  date: (date) => written(date, MEDIUM),
  date_short: (date) => written(date, SHORT),
  date_long: (date) => written(date, LONG),
  date_pretty: (date) => pretty(date, MEDIUM),
  date_short_pretty: (date) => pretty(date, SHORT),
  date_long_pretty: (date) => pretty(date, LONG),
  time: (date) => written(date, { hour: "2-digit", minute: "2-digit" }),
  time_secs: (date) => written(date, { timeStyle: "medium" }),
  ago: (date) => ago(date),
};

function ago(date) {
  const minutes = Math.round((date - present()) / 60000);
  const words = new Intl.RelativeTimeFormat(LANGUAGE, { numeric: "auto" });
  if (Math.abs(minutes) < 60) return words.format(minutes, "minute");
  if (Math.abs(minutes) < 60 * 36) return words.format(Math.round(minutes / 60), "hour");
  return words.format(Math.round(minutes / (60 * 24)), "day");
}

function pretty(date, style) {
  const daysAhead = dayNumber(date) - dayNumber(present());
  const near = { "-1": "yesterday", 0: "today", 1: "tomorrow" };
  return near[daysAhead] ?? written(date, style);
}

function dayNumber(date) {
  const day = new Intl.DateTimeFormat("sv-SE", { timeZone: zone() }).format(date);
  return Math.round(Date.parse(`${day}T00:00:00Z`) / 86400000);
}

function written(date, style) {
  return new Intl.DateTimeFormat(LANGUAGE, { ...style, timeZone: zone() }).format(date);
}

function dateOf(ts) {
  return new Date(Number(ts) * 1000);
}

function zone() {
  const { me, people } = store.state;
  return people.find((person) => person.id === me)?.tz ?? "UTC";
}
