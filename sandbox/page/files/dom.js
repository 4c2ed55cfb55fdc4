/** Builds elements. Strings become text nodes, so nobody's words are ever read as HTML. */

/** Return a new element; attributes that start with "on" are listeners, empty children are left out. */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) setAttribute(made, name, value);
  made.append(...children.flat(Infinity).filter((child) => child || child === 0));
  return made;
}

/** Return what `build` makes as the container's only content, unless the signature is the one shown. */
export function renderWhenChanged(container, signature, build) {
  if (container.dataset.signature === signature) return;
  keepingFocus(container, () => {
    container.replaceChildren(...[build()].flat(Infinity).filter(Boolean));
    container.dataset.signature = signature;
  });
}

/**
 * Show a list and keep the nodes of unchanged items, so that focus and half-made choices stay.
 *
 * Each item is {key, signature, build}.
 */
export function renderList(container, items) {
  keepingFocus(container, () => {
    const shown = new Map([...container.children].map((node) => [node.dataset.item, node]));
    const nodes = items.map((item) => shownOrBuilt(shown.get(item.key), item));
    for (const node of [...container.children]) if (!nodes.includes(node)) node.remove();
    nodes.forEach((node, place) => {
      if (container.children[place] !== node) container.insertBefore(node, container.children[place]);
    });
  });
}

function setAttribute(target, name, value) {
  if (value === null || value === undefined || value === false) return;
  if (name.startsWith("on")) target.addEventListener(name.slice(2), value);
  else target.setAttribute(name, value === true ? "" : value);
}

function shownOrBuilt(node, item) {
  if (node && node.dataset.signature === item.signature) return node;
  const built = item.build();
  built.dataset.item = item.key;
  built.dataset.signature = item.signature;
  return built;
}

// Whoever works by keyboard stays where they were: a rebuilt control has the same `data-key`.
function keepingFocus(container, change) {
  const focused = container.contains(document.activeElement) ? document.activeElement : null;
  const key = focused?.dataset.key;
  change();
  if (key && !focused.isConnected) {
    container.querySelector(`[data-key="${CSS.escape(key)}"]`)?.focus({ preventScroll: true });
  }
}
