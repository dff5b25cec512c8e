// The graph of statements: moved and zoomed, searched, filtered, and read one statement at a time. Without it the picture is there, and its links.
"use strict";

(() => {
  const byId = (id) => document.getElementById(id);
  const [graph, view, picture, drawing, caption, tools] = ["graph", "graph-view", "graph-picture", "graph-drawing", "graph-caption", "graph-tools"].map(byId);
  if (!graph) return;

  const FAR = 0.42, NEAR = 0.9, MOST = 4; // scales: below which ids are not legible, at which they are, and the largest
  const EDGE = 12, STEP = 80, CLICK = 5; // pixels: around the drawing, of an arrow key, and what a click may move
  const nodes = new Map([...drawing.querySelectorAll(".graph-node")].map((node) => [node.id, node]));
  const arrows = [...drawing.querySelectorAll(".graph-arrow")];
  const below = new Map(), above = new Map();
  for (const { dataset } of arrows) {
    below.set(dataset.to, [...(below.get(dataset.to) ?? []), dataset.from]);
    above.set(dataset.from, [...(above.get(dataset.from) ?? []), dataset.to]);
  }
  const { width, height } = picture.viewBox.baseVal;
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)");
  let pinned = null, shown, touched = false;

  // ---- where one looks: a point p of the drawing is seen at scale * p + (x, y)

  graph.classList.add("moving");
  tools.hidden = false;
  view.style.maxHeight = `${Math.max(240, height * 1.3)}px`;
  const frame = picture.getAttribute("viewBox");
  picture.removeAttribute("viewBox");

  const within = (value, least, most) => Math.min(Math.max(value, least), most);
  const fitting = (scale) => ({ scale, x: (view.clientWidth - width * scale) / 2 + EDGE * scale, y: (view.clientHeight - height * scale) / 2 + EDGE * scale });
  const whole = () => fitting(Math.min(view.clientWidth / width, view.clientHeight / height, 1.25));
  const around = (node, scale) => {
    const box = node.querySelector(".graph-box"), { e, f } = node.transform.baseVal.consolidate().matrix;
    const [x, y] = [e + box.width.baseVal.value / 2, f + box.height.baseVal.value / 2];
    return { scale, x: view.clientWidth / 2 - x * scale, y: view.clientHeight / 2 - y * scale };
  };
  const opening = () => { // on a phone the whole would be too small to touch: its full height then, about what comes first
    const scale = Math.min(view.clientHeight / height, NEAR), top = nodes.values().next().value;
    return whole().scale > scale * 0.7 ? whole() : { ...fitting(scale), x: around(top, scale).x };
  };

  let at = opening();
  const look = ({ scale, x, y }, isSmooth = false) => {
    const [right, down] = [view.clientWidth, view.clientHeight];
    at = { scale, x: within(x, right * 0.2 - width * scale, right * 0.8), y: within(y, down * 0.2 - height * scale, down * 0.8) }; // never lost
    drawing.style.transition = isSmooth && !calm.matches ? "transform .2s ease-out" : "none";
    drawing.style.transform = `translate(${at.x.toFixed(2)}px, ${at.y.toFixed(2)}px) scale(${at.scale.toFixed(4)})`;
    graph.classList.toggle("far", at.scale < FAR);
  };
  const pull = (from, to, ratio, isSmooth) => { // what is seen at one point comes to another, larger or smaller
    touched = true;
    const scale = within(at.scale * ratio, Math.min(whole().scale * 0.7, 1), MOST), grown = scale / at.scale;
    look({ scale, x: to.x - (from.x - at.x) * grown, y: to.y - (from.y - at.y) * grown }, isSmooth);
  };
  const middle = () => ({ x: view.clientWidth / 2, y: view.clientHeight / 2 });
  const closer = (steps) => pull(middle(), middle(), 1.35 ** steps, true);
  const shift = (x, y) => pull({ x: 0, y: 0 }, { x, y }, 1, true);
  const all = () => { touched = false; look(whole(), true); };
  const centre = (node) => { touched = true; look(around(node, Math.max(at.scale, NEAR)), true); };
  const isSeen = (node) => {
    const [box, seen] = [node, view].map((each) => each.getBoundingClientRect());
    return box.left >= seen.left && box.right <= seen.right && box.top >= seen.top && box.bottom <= seen.bottom;
  };

  // ---- mouse, pen and fingers: one drags, two pinch

  const held = new Map();
  let pressed = { x: 0, y: 0, how: "mouse" }, isDragged = false;
  const placed = (event) => {
    const seen = view.getBoundingClientRect();
    return { x: event.clientX - seen.left, y: event.clientY - seen.top };
  };
  const grip = () => {
    const [one, other = one] = held.values();
    return { x: (one.x + other.x) / 2, y: (one.y + other.y) / 2, spread: Math.hypot(one.x - other.x, one.y - other.y) };
  };
  view.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    if (event.isPrimary) {
      held.clear();
      [pressed, isDragged] = [{ ...placed(event), how: event.pointerType }, false];
    }
    held.set(event.pointerId, placed(event));
  });
  view.addEventListener("pointermove", (event) => {
    if (!held.has(event.pointerId)) return;
    const before = grip(), { x, y } = placed(event);
    held.set(event.pointerId, { x, y });
    if (held.size === 1 && !isDragged && Math.hypot(x - pressed.x, y - pressed.y) <= CLICK) return;
    if (!isDragged) view.setPointerCapture(event.pointerId); // not before: the click would lose the box that it is on
    isDragged = true;
    const after = grip();
    pull(before, after, before.spread > 0 && after.spread > 0 ? after.spread / before.spread : 1);
  });
  for (const end of ["pointerup", "pointercancel"]) window.addEventListener(end, (event) => held.delete(event.pointerId));
  view.addEventListener("dragstart", (event) => event.preventDefault());
  view.addEventListener("wheel", (event) => {
    event.preventDefault();
    const turned = event.deltaY * (event.deltaMode ? 20 : 1) * (event.ctrlKey ? 0.01 : 0.002);
    pull(placed(event), placed(event), Math.exp(-within(turned, -0.3, 0.3)));
  }, { passive: false });
  view.addEventListener("scroll", () => view.scrollTo(0, 0)); // the browser would scroll to what has the focus
  new ResizeObserver(() => { if (!touched && !pinned) look(opening()); }).observe(view);
  window.addEventListener("beforeprint", () => { // the whole picture, to the width of the paper
    picture.setAttribute("viewBox", frame);
    drawing.style.transform = drawing.style.transition = "none";
    graph.classList.remove("far");
  });
  window.addEventListener("afterprint", () => { picture.removeAttribute("viewBox"); look(at); });
  byId("graph-in").addEventListener("click", () => closer(1));
  byId("graph-out").addEventListener("click", () => closer(-1));
  byId("graph-all").addEventListener("click", all);

  // ---- one statement and what hangs together with it

  const reached = (start, links) => {
    const found = new Set();
    for (const queue = [start]; queue.length > 0;) {
      for (const next of links.get(queue.pop()) ?? []) {
        if (!found.has(next)) { found.add(next); queue.push(next); }
      }
    }
    return found;
  };

  const show = (node) => {
    if (node === shown) return; // a link of the caption must outlive the press that takes the focus from the picture
    shown = node;
    graph.classList.toggle("reading", node !== null);
    caption.classList.toggle("empty", node === null);
    for (const each of drawing.querySelectorAll(".kept, .chosen")) each.classList.remove("kept", "chosen");
    if (node === null) {
      caption.replaceChildren(element("p", "Point at a statement, or tap it, to see what it rests on and what it carries. Closer up, boxes show their ids."));
      return;
    }
    const [under, over] = [reached(node.id, below), reached(node.id, above)];
    node.classList.add("kept", "chosen");
    for (const id of [...under, ...over]) nodes.get(id).classList.add("kept");
    for (const arrow of arrows) {
      const { from, to } = arrow.dataset, isUnder = (id) => id === node.id || under.has(id), isOver = (id) => id === node.id || over.has(id);
      if (arrow.classList.toggle("kept", (isUnder(from) && isUnder(to)) || (isOver(from) && isOver(to)))) arrow.parentNode.append(arrow); // over the others
    }
    caption.replaceChildren(...described(node, under, over));
  };

  const element = (name, ...content) => {
    const made = document.createElement(name);
    made.append(...content);
    return made;
  };
  const link = (text, to) => Object.assign(element("a", text), { href: to });
  const listed = (several) => several.flatMap((id, number) => [number ? ", " : "", link(nodes.get(id).dataset.id, `#${encodeURIComponent(id)}`)]);
  const related = (words, direct = [], found) => {
    const more = found.size - direct.length;
    return element("p", `${words} `, ...(direct.length ? listed(direct) : ["none"]), more > 0 ? `, and ${more} more through ${direct.length > 1 ? "them" : "it"}` : "");
  };
  const described = (node, under, over) => {
    const { id, where, verdict, title } = node.dataset;
    const badge = Object.assign(element("span", verdict), { className: `graph-verdict graph-${verdict}` });
    const head = element("p", element("strong", id), ` · ${where} · `, badge, " ", Object.assign(link("Open its page", node.getAttribute("href")), { className: "graph-page" }));
    return [head, element("p", title), related("Rests on", below.get(node.id), under), related("Carries", above.get(node.id), over)];
  };

  const pin = (node) => {
    pinned = node;
    show(node);
    caption.classList.toggle("pinned", node !== null);
    history.replaceState(null, "", node ? `#${encodeURIComponent(node.id)}` : location.pathname + location.search);
  };
  const go = (node) => { pin(node); centre(node); };
  const nodeOf = (event) => event.target.closest?.(".graph-node");

  caption.hidden = false;
  view.addEventListener("pointerover", (event) => { if (event.pointerType === "mouse" && nodeOf(event)) show(nodeOf(event)); });
  view.addEventListener("pointerout", (event) => { if (event.pointerType === "mouse" && nodeOf(event)) show(pinned); });
  // on the view: a browser lets the keyboard stop at an SVG group that listens to the focus
  view.addEventListener("focusin", (event) => {
    const node = nodeOf(event);
    if (!node?.matches(":focus-visible")) return;
    show(node);
    if (!isSeen(node)) centre(node);
  });
  view.addEventListener("focusout", () => show(pinned));

  // ---- a drag is no click, and the first tap only shows

  const tapped = (node) => {
    if (!graph.classList.contains("far")) return pin(node);
    go(node);
    view.scrollIntoView({ block: "start" }); // where the caption leaves it free
  };
  view.addEventListener("click", (event) => {
    const node = nodeOf(event), isFirstTap = pressed.how !== "mouse" && node !== pinned;
    if (event.detail === 0) return; // Enter, not a pointer
    if (node && (isDragged || isFirstTap)) event.preventDefault();
    if (isDragged) return;
    if (!node) pin(null);
    else if (isFirstTap) tapped(node);
  });

  // ---- search, filter, keys

  const search = byId("graph-search"), said = byId("graph-said"), only = byId("graph-only");
  let turn = 0;
  const matches = () => {
    const sought = search.value.trim().toLowerCase();
    if (!sought) return [];
    const all = [...nodes.values()], exact = all.filter(({ dataset }) => dataset.id.toLowerCase() === sought);
    return exact.length ? exact : all.filter(({ dataset: { id, where, title } }) => `${id} ${where} ${title}`.toLowerCase().includes(sought));
  };
  const find = () => {
    const found = new Set(matches());
    for (const node of nodes.values()) node.classList.toggle("found", found.has(node));
    turn = 0;
    said.value = !search.value.trim() || found.size === 1 ? "" : found.size ? `${found.size} found; Enter goes from one to the next` : "none found";
    if (found.size === 1) reveal([...found][0]);
  };
  const reveal = (node) => {
    if (only?.checked && node.classList.contains("firm")) { only.checked = false; narrow(); }
    go(node);
  };
  const narrow = () => graph.classList.toggle("only", only.checked);
  search.addEventListener("input", find);
  tools.addEventListener("submit", (event) => {
    event.preventDefault();
    const found = matches();
    if (found.length) reveal(found[turn++ % found.length]);
  });
  only?.addEventListener("change", narrow);

  const KEYS = {
    "+": () => closer(1), "=": () => closer(1), "-": () => closer(-1), "0": all, Escape: () => { if (pinned) pin(null); },
    ArrowLeft: () => shift(STEP, 0), ArrowRight: () => shift(-STEP, 0), ArrowUp: () => shift(0, STEP), ArrowDown: () => shift(0, -STEP),
  };
  document.addEventListener("keydown", (event) => {
    const isTyped = event.target.matches?.("input, textarea, select") || event.ctrlKey || event.metaKey || event.altKey;
    if (isTyped || !KEYS[event.key] || (event.key.startsWith("Arrow") && !view.contains(event.target))) return;
    event.preventDefault();
    KEYS[event.key]();
  });

  const named = () => {
    let sought = location.hash.slice(1);
    try { sought = decodeURIComponent(sought); } catch { /* a lone percent sign stands for itself */ }
    return nodes.get(sought) ?? [...nodes.values()].find((node) => node.dataset.id === sought);
  };
  const arrive = () => {
    const node = named();
    if (!node) return;
    reveal(node);
    view.scrollIntoView({ block: "start" });
  };
  window.addEventListener("hashchange", arrive);
  show(null);
  look(at);
  if (named()) {
    pin(named());
    look(around(named(), NEAR));
    window.addEventListener("load", () => view.scrollIntoView({ block: "start" }));
  }
})();
