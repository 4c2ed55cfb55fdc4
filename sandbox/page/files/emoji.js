/** The few emoji names that messages use here; an unknown name stays as it was written. */

const EMOJI = {
  "+1": "👍", thumbsup: "👍", "-1": "👎", thumbsdown: "👎", wave: "👋", tada: "🎉", bulb: "💡",
  eyes: "👀", heart: "❤️", smile: "😄", slightly_smiling_face: "🙂", thinking_face: "🤔", fire: "🔥",
  white_check_mark: "✅", heavy_check_mark: "✔️", x: "❌", warning: "⚠️", lock: "🔒", bell: "🔔",
  calendar: "📅", clock1: "🕐", hourglass: "⌛", memo: "📝", pencil2: "✏️", speech_balloon: "💬",
  star: "⭐", sparkles: "✨", rocket: "🚀", seedling: "🌱", bird: "🐦", pray: "🙏", clap: "👏",
  raised_hands: "🙌", muscle: "💪", point_right: "👉", arrow_right: "➡️", arrow_left: "⬅️",
  large_green_circle: "🟢", large_yellow_circle: "🟡", red_circle: "🔴", white_circle: "⚪",
};

/** Return the text with emoji names such as `:tada:` as the characters that they stand for. */
export function withEmoji(text) {
  return text.replace(/:([a-z0-9_+-]+):/g, (whole, name) => EMOJI[name] ?? whole);
}
