/** What the page knows: the workspace as the server last told it, and where the person is in it. */

const listeners = new Set();

export const store = {
  state: null, // the workspace as this person sees it; see sandbox/page/snapshot.py
  place: { channel: null, thread: null, mark: null }, // channel: an id, or "home"
  editing: null, // the `ts` of the message that is being edited
  traffic: [], // newest last
};

/** Change what is known and draw the page again. */
export function update(changes) {
  Object.assign(store, changes);
  for (const listener of listeners) listener();
}

/** Call the listener after each change. */
export function subscribe(listener) {
  listeners.add(listener);
}

/** Return the person or app with this id. */
export function member(id) {
  const unknown = { id, real_name: "someone", is_bot: false };
  return store.state.people.find((person) => person.id === id) ?? unknown;
}

/** Return the conversation with this id, or undefined. */
export function conversation(id) {
  return store.state.channels.find((channel) => channel.id === id);
}

/** Return how a conversation is called on the page. */
export function titleOf(channel) {
  return channel.kind === "im" ? store.state.app.name : `#${channel.name}`;
}
