// What pages can do with a script: a theme that is remembered, LaTeX to copy, the table of statements filtered and sorted. Without it they are complete.
"use strict";

(() => {
  const root = document.documentElement;

  // ---- theme
  const theme = document.getElementById("theme");
  const prefers = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (root.dataset.theme ? root.dataset.theme === "dark" : prefers.matches);
  const named = () => { theme.textContent = isDark() ? "Light" : "Dark"; theme.setAttribute("aria-label", `${theme.textContent} theme`); };
  theme.addEventListener("click", () => {
    root.dataset.theme = isDark() ? "light" : "dark";
    try { localStorage.setItem("lemmata-theme", root.dataset.theme); } catch { /* kept for this page only */ }
    named();
  });
  prefers.addEventListener("change", named);
  theme.hidden = false;
  named();

  // ---- LaTeX to copy
  const copied = async (text) => {
    try { await navigator.clipboard.writeText(text); return true; } catch { /* older browsers, and some for files */ }
    const area = Object.assign(document.createElement("textarea"), { value: text });
    document.body.append(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    return done;
  };
  const words = (text) => (text.trim() ? `\\text{${text.replace(/\s+/g, " ")}}` : "");
  const written = (node) => {
    if (node.nodeType === Node.TEXT_NODE) return words(node.data);
    if (node.dataset?.latex !== undefined) return node.dataset.latex;
    return node.matches?.("code, button, details, .reason, .number, .faint") ? node.textContent : [...node.childNodes].map(written).filter(Boolean).join(" ");
  };
  const latex = (formula) => {
    const line = formula.closest(".chain > li");
    const parts = line ? [...line.querySelectorAll(":scope > .left, :scope > .relation"), formula] : [formula];
    return parts.map(written).join(" ");
  };
  for (const formula of document.querySelectorAll(".formula")) {
    const button = Object.assign(document.createElement("button"), { type: "button", className: "copy", textContent: "copy LaTeX" });
    button.addEventListener("click", async () => {
      const done = await copied(latex(formula));
      button.focus();
      button.textContent = done ? "copied" : "not allowed here";
      setTimeout(() => { button.textContent = "copy LaTeX"; }, 1500);
    });
    const boxed = Object.assign(document.createElement(formula.tagName), { className: "boxed" });
    formula.replaceWith(boxed);
    boxed.append(formula, button);
    if (formula.scrollWidth > formula.clientWidth + 1) formula.tabIndex = 0;
  }

  // ---- links to what has a name of its own
  for (const named of document.querySelectorAll("h2[id], h3[id], .claim[id], section[id]")) {
    const link = Object.assign(document.createElement("a"), { className: "permalink", href: `#${named.id}`, textContent: "#" });
    link.setAttribute("aria-label", `Link to ${named.id}`);
    if (named.tagName === "SECTION") named.querySelector("h2, h3")?.append(" ", link);
    else if (named.matches("h2, h3")) named.append(" ", link);
    else named.prepend(link);
  }

  // ---- a step or an answer that is linked to is opened
  const arrive = () => document.getElementById(decodeURIComponent(location.hash.slice(1)))?.querySelector(":scope > details")?.setAttribute("open", "");

  // ---- the table of statements
  const filter = document.getElementById("filter");
  if (!filter) { addEventListener("hashchange", arrive); arrive(); return; }
  const table = document.getElementById("statements");
  const body = table.tBodies[0];
  const tally = document.getElementById("tally");
  const columns = [...table.querySelectorAll("th[data-sort]")];
  const rows = [...body.rows].map((row, place) => ({
    row, place, id: row.dataset.id, verdict: row.dataset.verdict, rank: Number(row.dataset.rank), kind: row.dataset.kind, where: row.dataset.where,
    text: [row.querySelector(".of-title").textContent, row.querySelector(".of-place").textContent, row.querySelector("math")?.dataset.latex ?? ""].join(" ").toLowerCase(),
  }));
  const orders = {
    where: (one, other) => one.place - other.place,
    verdict: (one, other) => one.rank - other.rank || one.place - other.place,
    id: (one, other) => one.id.localeCompare(other.id, "en", { numeric: true }),
  };
  let sort = "where", turned = false;

  const chosen = () => {
    const said = new FormData(filter);
    return { q: (said.get("q") ?? "").trim(), verdict: said.getAll("verdict"), kind: said.get("kind") ?? "", where: said.get("where") ?? "" };
  };
  const show = () => {
    const { q, verdict, kind, where } = chosen();
    const words = q.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const each of rows) {
      const fits = (!verdict.length || verdict.includes(each.verdict)) && (!kind || each.kind === kind) && (!where || each.where === where)
        && words.every((word) => each.text.includes(word));
      each.row.hidden = !fits;
      shown += fits;
    }
    tally.textContent = shown === rows.length ? `All ${rows.length} statements` : `${shown} of ${rows.length} statements`;
  };
  const order = () => {
    const sorted = [...rows].sort(orders[sort]);
    if (turned) sorted.reverse();
    body.append(...sorted.map((each) => each.row));
    for (const column of columns) column.setAttribute("aria-sort", column.dataset.sort !== sort ? "none" : turned ? "descending" : "ascending");
  };
  const kept = () => {
    const { q, verdict, kind, where } = chosen();
    const said = new URLSearchParams();
    if (q) said.set("q", q);
    if (verdict.length) said.set("verdict", verdict.join(","));
    if (kind) said.set("kind", kind);
    if (where) said.set("where", where);
    if (sort !== "where" || turned) said.set("sort", (turned ? "-" : "") + sort);
    return said.toString();
  };
  const keep = () => history.replaceState(null, "", kept() ? `#${kept()}` : location.pathname + location.search);
  const recall = () => {
    const said = new URLSearchParams(location.hash.slice(1));
    const wanted = (said.get("verdict") ?? "").split(",");
    filter.elements.q.value = said.get("q") ?? "";
    for (const box of filter.querySelectorAll("[name=verdict]")) box.checked = wanted.includes(box.value);
    for (const name of ["kind", "where"]) {
      const select = filter.elements[name];
      if (select) select.value = [...select.options].some((each) => each.value === said.get(name)) ? said.get(name) : "";
    }
    const by = said.get("sort") ?? "where";
    turned = by.startsWith("-");
    sort = by.replace(/^-/, "") in orders ? by.replace(/^-/, "") : "where";
    order();
    show();
  };

  for (const column of columns) {
    const button = Object.assign(document.createElement("button"), { type: "button", textContent: column.textContent });
    button.addEventListener("click", () => {
      turned = sort === column.dataset.sort && !turned;
      sort = column.dataset.sort;
      order();
      keep();
    });
    column.replaceChildren(button);
  }
  filter.addEventListener("input", () => { show(); keep(); });
  filter.addEventListener("reset", () => setTimeout(() => { show(); keep(); }));
  filter.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("hashchange", recall);
  addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, select, textarea")) return;
    event.preventDefault();
    filter.elements.q.select();
  });
  filter.hidden = false;
  recall();
})();
