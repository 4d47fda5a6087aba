"use strict";
// Sorts, filters and opens the rows of the table. What the reader chose stands in the address, behind
// "#", so that a link leads to the same view: #sort=-date&filter=Brook&open=3,7
(() => {
  const root = document.documentElement;
  root.classList.add("js");
  const table = document.querySelector("table");
  const heads = table ? [...table.querySelectorAll("th[data-type]")] : [];
  const bodies = table ? [...table.tBodies] : [];
  const input = document.getElementById("filter");
  const shown = document.getElementById("shown");
  const view = { sort: "", filter: "", open: new Set() };

  // The texts of the cells are compared in the reader's language.
  const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: "base" });
  const nameOf = (head) => head.textContent;
  const folded = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

  function key(body, column, type) {
    const cell = body.rows[0].cells[column];
    if (cell.classList.contains("none")) return null;
    if (type === "number") return Number(cell.dataset.value ?? cell.textContent);
    // A date counts by its first day; one without comes before all others.
    if (type === "date") return cell.textContent.split("/")[0].replace("..", "");
    return cell.textContent;
  }

  function sort() {
    const down = view.sort.startsWith("-");
    const name = down ? view.sort.slice(1) : view.sort;
    const head = heads.find((head) => nameOf(head) === name);
    for (const other of heads) other.setAttribute("aria-sort", "none");
    let ordered = bodies;
    if (head) {
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      const type = head.dataset.type;
      const compare = type === "text" ? collator.compare : (a, b) => (a < b ? -1 : a > b ? 1 : 0);
      const keys = new Map(bodies.map((body) => [body, key(body, head.cellIndex, type)]));
      ordered = [...bodies].sort((a, b) => {
        const [x, y] = [keys.get(a), keys.get(b)];
        // What is not known comes last in either direction.
        if (x === null || y === null) return (x === null) - (y === null);
        return down ? compare(y, x) : compare(x, y);
      });
    }
    if (ordered.some((body, index) => table.tBodies[index] !== body)) table.append(...ordered);
  }

  const texts = new Map();
  function textOf(body) {
    let text = texts.get(body);
    if (text === undefined) {
      text = folded([...body.rows[0].cells].slice(1).map((cell) => cell.textContent).join(" "));
      texts.set(body, text);
    }
    return text;
  }

  function filter() {
    const words = folded(view.filter).split(/\s+/).filter(Boolean);
    let count = 0;
    for (const body of bodies) {
      const fits = words.every((word) => textOf(body).includes(word));
      body.hidden = !fits;
      if (fits) count += 1;
    }
    if (shown) shown.textContent = words.length ? `${count} of ${bodies.length}` : "";
    if (input && input.value !== view.filter) input.value = view.filter;
  }

  function setOpen(body, isOpen) {
    const details = body.querySelector("details");
    if (!details) return;
    body.classList.toggle("open", isOpen);
    details.open = isOpen;
    body.querySelector("button").setAttribute("aria-expanded", String(isOpen));
  }

  function write() {
    const parts = [];
    if (view.sort) parts.push("sort=" + encodeURIComponent(view.sort));
    if (view.filter) parts.push("filter=" + encodeURIComponent(view.filter));
    if (view.open.size) parts.push("open=" + [...view.open].join(","));
    history.replaceState(null, "", parts.length ? "#" + parts.join("&") : location.pathname + location.search);
  }

  function decoded(text) {
    try { return decodeURIComponent(text); } catch { return text; }
  }

  // Takes up what the address says: a view, or a place of the page.
  function read() {
    const hash = location.hash.slice(1);
    const row = /^r(\d+)$/.exec(hash);
    if (row) {
      const body = document.getElementById(hash);
      if (!body) return;
      if (body.hidden) { view.filter = ""; filter(); }
      view.open.add(row[1]);
      setOpen(body, true);
      body.scrollIntoView({ block: "center" });
      return;
    }
    if (!hash.includes("=")) return;
    const asked = new Map(hash.split("&").map((part) => {
      const place = part.indexOf("=");
      return place < 0 ? [part, ""] : [part.slice(0, place), decoded(part.slice(place + 1))];
    }));
    // A link of a drawing only filters; what else was chosen stays.
    if (asked.has("sort")) view.sort = asked.get("sort");
    if (asked.has("filter")) view.filter = asked.get("filter");
    for (const number of (asked.get("open") ?? "").split(",")) {
      const body = /^\d+$/.test(number) && document.getElementById("r" + number);
      if (body) { view.open.add(number); setOpen(body, true); }
    }
    sort();
    filter();
    write();
  }

  for (const head of heads) {
    head.querySelector("button").addEventListener("click", () => {
      const name = nameOf(head);
      // Up, down, and back to the order of the query.
      view.sort = view.sort === name ? "-" + name : view.sort === "-" + name ? "" : name;
      sort();
      write();
    });
  }

  if (table) {
    table.addEventListener("click", (event) => {
      const row = event.target.closest("tbody > tr:first-child");
      // Whoever marks words of a row to copy them does not mean to open it.
      if (!row || (!event.target.closest("button") && String(getSelection()))) return;
      const body = row.parentElement;
      if (!body.querySelector("details")) return;
      const isOpen = !body.classList.contains("open");
      const number = body.id.slice(1);
      if (isOpen) view.open.add(number); else view.open.delete(number);
      setOpen(body, isOpen);
      write();
    });
  }

  if (input) {
    let waiting = 0;
    input.addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(() => { view.filter = input.value; filter(); write(); }, 120);
    });
  }

  // Links of the drawings: the rows come into view.
  document.addEventListener("click", (event) => {
    const link = event.target.closest(".bars a, .network a");
    if (link) setTimeout(() => document.getElementById("rows").scrollIntoView(), 0);
  });

  // A drawing says below what the pointer or the focus is on.
  for (const drawing of document.querySelectorAll("#timeline, #network")) {
    const readout = drawing.querySelector(".readout");
    const say = (event) => {
      const title = event.target.closest?.("a, line")?.querySelector(":scope > title");
      if (title) readout.textContent = title.textContent;
    };
    drawing.addEventListener("pointerover", say);
    drawing.addEventListener("focusin", say);
  }

  const button = document.getElementById("theme");
  const system = matchMedia("(prefers-color-scheme: dark)");
  // A reader may forbid storage: the choice then lasts for this view.
  const kept = () => { try { return localStorage.getItem("dateline-theme"); } catch { return null; } };
  const keep = (name) => { try { localStorage.setItem("dateline-theme", name); } catch { } };
  const known = kept();
  if (known === "dark" || known === "light") root.dataset.theme = known;
  const isDark = () => root.dataset.theme ? root.dataset.theme === "dark" : system.matches;
  const label = () => { button.textContent = isDark() ? "Light" : "Dark"; };
  button.hidden = false;
  label();
  button.addEventListener("click", () => {
    root.dataset.theme = isDark() ? "light" : "dark";
    keep(root.dataset.theme);
    label();
  });
  system.addEventListener("change", label);

  addEventListener("hashchange", read);
  read();
})();
