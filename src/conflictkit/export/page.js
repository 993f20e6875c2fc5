"use strict";
// The record under the pointer or the focus, read from its row in the tables.
(() => {
  const root = document.currentScript.closest(".conflictkit");
  const named = id => root.querySelector(`#${CSS.escape(id)}`);
  const card = named("ck-card");
  const article = named("ck-article");
  const marks = [...article.querySelectorAll("[data-of]")];
  let pinned = null, shown = null, leaving = 0;

  const element = (name, text) => Object.assign(document.createElement(name), text === undefined ? {} : { textContent: text });
  const switchedOn = id => root.querySelector(`.legend input[value="${id[0]}"]`)?.checked ?? true;
  const recordsOf = mark => mark.dataset.of.split(" ").filter(switchedOn);

  function pair(cell) {
    const box = element("div");
    box.append(element("dt", cell.dataset.label), element("dd", cell.textContent));
    box.lastChild.dir = "auto";
    return box;
  }

  // A record as a section of the card: all fields that are filled, or only those its table shows at first.
  function entry(id, brief) {
    const row = named(id);
    const cells = [...row.cells].filter(cell => !cell.matches(brief ? ".more" : ".more.none"));
    const table = row.closest("details");
    const section = element("section");
    section.className = table.classList[1];
    section.append(element("h3", table.dataset.one));
    const list = section.appendChild(element("dl"));
    const figures = element("div");
    figures.className = "figures";
    for (const cell of cells) {
      if (cell.matches(".figure")) { if (!figures.parentNode) list.append(figures); figures.append(pair(cell)); }
      else if (!cell.matches(".none")) list.append(pair(cell));
    }
    return section;
  }

  function show(mark, at) {
    clearTimeout(leaving);
    const ids = recordsOf(mark);
    if (!ids.length) return hide();
    shown = mark;
    card.replaceChildren(...ids.map((id, n) => entry(id, n > 0)));
    for (const other of marks) other.classList.toggle("lit", other.dataset.of.split(" ").includes(ids[0]));
    card.style.maxHeight = "";
    card.hidden = false;
    const boxes = [...mark.getClientRects()];
    const box = boxes.find(b => at && at.clientY >= b.top && at.clientY <= b.bottom) || boxes[0];
    const room = { above: box.top - 20, below: innerHeight - box.bottom - 20 };
    const below = card.offsetHeight <= room.below || room.below > room.above;
    card.style.maxHeight = `${below ? room.below : room.above}px`;
    const left = Math.min(at ? at.clientX - 40 : box.left, document.documentElement.clientWidth - card.offsetWidth - 12);
    const origin = root.getBoundingClientRect();
    card.style.left = `${Math.max(12, left) - origin.left}px`;
    card.style.top = `${(below ? box.bottom + 8 : box.top - card.offsetHeight - 8) - origin.top}px`;
  }

  function hide() {
    clearTimeout(leaving);
    card.hidden = true;
    pinned = shown = null;
    for (const mark of marks) mark.classList.remove("lit");
  }

  const hideSoon = () => { clearTimeout(leaving); leaving = setTimeout(() => pinned || hide(), 250); };
  const markOf = event => event.target.closest?.("[data-of]");

  article.addEventListener("pointerover", event => {
    const mark = markOf(event);
    if (event.pointerType !== "touch" && mark && !pinned && mark !== shown) show(mark, event);
  });
  article.addEventListener("pointerout", event => { if (markOf(event) && event.pointerType !== "touch") hideSoon(); });
  card.addEventListener("pointerover", () => clearTimeout(leaving));
  card.addEventListener("pointerout", hideSoon);
  article.addEventListener("focusin", event => { const mark = markOf(event); if (mark && mark.matches(":focus-visible")) { pinned = null; show(mark); } });
  article.addEventListener("focusout", event => { if (!pinned) hideSoon(); });

  document.addEventListener("click", event => {
    const mark = markOf(event);
    if (!mark) { if (!card.contains(event.target)) hide(); return; }
    if (mark === pinned) return hide();  // the second time a link leads to its row
    event.preventDefault();
    show(mark, event.detail ? event : undefined);
    pinned = mark;
  });
  document.addEventListener("keydown", event => { if (event.key === "Escape") hide(); });

  // An incident under the pointer or the focus marks its words in the text.
  for (const item of root.querySelectorAll("[data-marks]")) {
    const ids = new Set(item.dataset.marks.split(" "));
    const light = on => { for (const mark of marks) mark.classList.toggle("told", on && mark.dataset.of.split(" ").some(id => ids.has(id))); };
    item.addEventListener("pointerenter", () => light(true));
    item.addEventListener("pointerleave", () => light(false));
    item.addEventListener("focusin", () => light(true));
    item.addEventListener("focusout", () => light(false));
  }

  // A link into the text shows the record there; a link to a row opens its table.
  function arrive() {
    const id = decodeURIComponent(location.hash.slice(1));
    const target = id && named(id);
    if (!target) return;
    target.closest("details")?.setAttribute("open", "");
    target.scrollIntoView({ block: "center" });
    if (id.startsWith("at-")) {
      const mark = target.parentNode.querySelector(`#${id} ~ a`);
      mark.focus({ preventScroll: true });
      show(mark);
      pinned = mark;
    }
  }
  addEventListener("hashchange", arrive);
  addEventListener("load", arrive);

  // What is switched off is no stop for the keyboard either.
  root.querySelector(".legend").addEventListener("change", () => {
    hide();
    for (const mark of marks) if (mark.href) mark.tabIndex = recordsOf(mark).length ? 0 : -1;
  });
})();
