/* Tooltips for glossary words, paper, and four mends to the theme's accessibility. No libraries, no requests. */
(function () {
  "use strict";

  function mend() {
    var search = document.querySelector("[data-md-component=search][role=dialog]");
    if (search && !search.hasAttribute("aria-label")) search.setAttribute("aria-label", "Search the handbook");
    document.querySelectorAll(".task-list-control input").forEach(function (box) {
      box.setAttribute("aria-label", box.closest("li").textContent.trim());
    });
    document.querySelectorAll("label.md-header__button, label.md-nav__title").forEach(function (label) {
      if (!label.textContent.trim() && !label.hasAttribute("aria-label")) label.setAttribute("aria-hidden", "true");
    });
  }

  // The theme wraps wide tables in boxes that scroll; by keyboard they scroll only when they can be reached.
  function reach() {
    document.querySelectorAll(".md-typeset__scrollwrap").forEach(function (box) {
      if (box.scrollWidth <= box.clientWidth) return;
      box.tabIndex = 0;
      box.setAttribute("role", "region");
      box.setAttribute("aria-label", "Table");
    });
  }
  window.addEventListener("load", reach);
  window.addEventListener("resize", reach);

  var tip = null;
  var owner = null;
  var leaving = 0;

  function hide() {
    clearTimeout(leaving);
    if (tip) tip.remove();
    if (owner) owner.removeAttribute("aria-describedby");
    tip = owner = null;
  }

  function show(link) {
    if (owner === link) return clearTimeout(leaving);
    hide();
    owner = link;
    tip = document.createElement("div");
    tip.className = "tip";
    tip.id = "tip";
    tip.setAttribute("role", "tooltip");
    tip.textContent = link.dataset.tip;
    document.body.appendChild(tip);
    link.setAttribute("aria-describedby", "tip");
    var box = link.getBoundingClientRect();
    var left = Math.min(box.left, document.documentElement.clientWidth - tip.offsetWidth - 16);
    var below = box.bottom + 6 + tip.offsetHeight < window.innerHeight;
    tip.style.left = Math.max(left, 16) + window.scrollX + "px";
    tip.style.top = (below ? box.bottom + 6 : box.top - tip.offsetHeight - 6) + window.scrollY + "px";
    tip.addEventListener("mouseenter", function () { clearTimeout(leaving); });
    tip.addEventListener("mouseleave", later);
  }

  // A moment to move the pointer onto the tooltip before it goes (WCAG 2.2, 1.4.13).
  function later() {
    clearTimeout(leaving);
    leaving = setTimeout(hide, 250);
  }

  function term(event) {
    return event.target.closest ? event.target.closest("a.term") : null;
  }

  document.addEventListener("mouseover", function (event) { if (term(event)) show(term(event)); });
  document.addEventListener("mouseout", function (event) { if (term(event)) later(); });
  document.addEventListener("focusin", function (event) { if (term(event)) show(term(event)); else hide(); });
  document.addEventListener("keydown", function (event) { if (event.key === "Escape") hide(); });

  // An address that points into a closed <details> opens it.
  function open() {
    var target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    for (var node = target; node; node = node.parentElement) if (node.tagName === "DETAILS") node.open = true;
  }
  window.addEventListener("hashchange", open);

  // Paper shows what is folded on the screen, where it belongs to what is printed.
  var unfolded = [];
  window.addEventListener("beforeprint", function () {
    unfolded = Array.from(document.querySelectorAll("details[data-print]:not([open])"));
    unfolded.forEach(function (one) { one.open = true; });
  });
  window.addEventListener("afterprint", function () {
    unfolded.forEach(function (one) { one.open = false; });
  });
  document.querySelectorAll("[data-prints]").forEach(function (button) {
    button.hidden = false;
    button.addEventListener("click", function () { window.print(); });
  });

  // Opened from disk, a link to a folder would list its files: lead to the page in it.
  if (location.protocol === "file:") {
    document.querySelectorAll("a[href]").forEach(function (link) {
      if (link.protocol === "file:" && link.pathname.endsWith("/")) link.pathname += "index.html";
    });
  }

  mend();
  open();
})();
