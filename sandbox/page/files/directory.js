/** The people and the channels that a menu offers: each option is {text, value}. */

import { conversation, member, store } from "./store.js";

/** Return the people to choose from; those who are chosen already stay among them. */
export function people(chosen) {
  const known = store.state.people.filter((person) => !person.is_bot && !person.deleted);
  const options = known.map(({ id, real_name }) => ({ text: real_name, value: id }));
  return withChosen(options, chosen, (id) => member(id).real_name);
}

/** Return the channels to choose from, as `people` does. */
export function channels(chosen) {
  const options = store.state.public_channels.map(({ id, name }) => ({ text: `#${name}`, value: id }));
  return withChosen(options, chosen, (id) => `#${conversation(id)?.name ?? id}`);
}

// What the app chose first must survive a submission that touches nothing.
function withChosen(options, chosen, nameOf) {
  const missing = chosen.filter((id) => !options.some(({ value }) => value === id));
  return [...options, ...missing.map((id) => ({ text: nameOf(id), value: id }))];
}
