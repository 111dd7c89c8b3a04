/* Plan a workshop: the page. Reads the form, asks the rules (plan-rules.js), shows the plan. Nothing is sent or kept. */
(function (kit) {
  "use strict";
  var form = document.getElementById("plan");
  if (!form) return;
  var data = JSON.parse(document.getElementById("plan-data").textContent);
  var result = document.getElementById("plan-result");
  var said = document.getElementById("plan-said");
  var table = result.querySelector("table");
  var shelf = document.getElementById("plan-activities");
  var printing = document.getElementById("plan-print");
  var loading = null;
  var byId = {};
  data.activities.forEach(function (one) { byId[one.id] = one; });

  function element(name, text, parent, className) {
    var made = document.createElement(name);
    if (text) made.textContent = text;
    if (className) made.className = className;
    if (parent) parent.appendChild(made);
    return made;
  }

  function count(number, one, many) { return number + " " + (number === 1 ? one : many); }

  function link(one, parent) { element("a", one.name, parent).href = one.href; }

  // A line of the run sheet; `what` is the element of its middle cell: a heading's numbers are bold.
  function row(body, minute, what, minutes) {
    var made = element("tr", "", body);
    var bold = what === "th" ? "num" : "";
    element("td", "", made, bold).dataset.minute = minute;
    var cell = element(what, "", made);
    element("td", String(minutes), made, bold);
    return cell;
  }

  function showSteps(body, part) {
    var at = part.start;
    byId[part.id].steps.forEach(function (step) {
      var minutes = part.shorter ? step.shorter : step.minutes;
      if (!minutes) return;
      var cell = row(body, at, "td", minutes);
      cell.textContent = step.name + " ";
      element("span", step.how, cell, "where");
      at += minutes;
    });
  }

  function showSheet(plan) {
    table.querySelectorAll("tbody").forEach(function (body) { body.remove(); });
    plan.parts.forEach(function (part) {
      var body = element("tbody", "", table, "run__" + part.kind);
      var head = row(body, part.start, "th", part.minutes);
      head.scope = "rowgroup";
      head.parentNode.className = "run__part";
      if (part.kind === "break") return void (head.textContent = part.name);
      link(byId[part.id], head);
      if (part.shorter) element("span", " The shorter version", head, "where");
      showSteps(body, part);
    });
    var end = row(element("tbody", "", table, "run__end"), plan.minutes, "th", plan.minutes);
    end.scope = "row";
    end.textContent = "The end";
  }

  function showLeft(plan) {
    var place = document.getElementById("plan-left");
    place.textContent = "";
    if (!plan.left.length) return;
    element("h2", "Left out, and why", place);
    var list = element("ul", "", place, "left");
    plan.left.forEach(function (one) {
      var item = element("li", "", list);
      link(byId[one.id], item);
      item.appendChild(document.createTextNode(": " + one.words));
    });
  }

  // The activities in full stand in a script of their own, fetched when they are first wanted.
  function bodies(then) {
    if (kit.activities) return then();
    if (!loading) {
      loading = element("script", "", document.head);
      loading.src = shelf.dataset.bodies;
    }
    loading.addEventListener("load", then);
  }

  function showFull(plan, sector) {
    shelf.textContent = "";
    plan.parts.forEach(function (part) {
      if (part.kind !== "activity") return;
      var box = element("details", "", shelf, "script full");
      box.dataset.print = "";
      element("h3", part.name, element("summary", "", box));
      if (part.shorter) element("p", "In this plan: the shorter version, in " + part.minutes + " minutes. See “Other ways to run it”.", box, "note");
      var inside = element("div", "", box);
      inside.innerHTML = kit.activities[part.id]; // our own page's HTML, made with it
      inside.querySelectorAll("[data-sector]").forEach(function (own) {
        var wanted = own.dataset.sector === sector;
        own.hidden = Boolean(sector) && !wanted;
        own.open = wanted;
      });
    });
  }

  function line(plan, wish) {
    if (!plan.parts.length) {
      return "No activity fits in " + count(wish.minutes, "minute", "minutes") + " with " +
        count(wish.people, "person", "people") + ".";
    }
    var breaks = plan.parts.filter(function (part) { return part.kind === "break"; }).length;
    return "Your plan is below. It takes " + plan.minutes + " of " + wish.minutes + " minutes: " +
      count(plan.parts.length - breaks, "activity", "activities") +
      (breaks ? " and " + count(breaks, "break", "breaks") : "") + "." +
      (plan.spare ? " " + count(plan.spare, "minute is", "minutes are") + " free: for a welcome, or for what takes longer." : "") +
      (plan.left.length ? " " + count(plan.left.length, "activity is", "activities are") + " left out; the reasons stand below it." : "");
  }

  function show() {
    var fields = form.elements;
    var wish = {
      minutes: Number(fields.minutes.value), people: Number(fields.people.value),
      audience: fields.audience.value, sector: fields.sector.value,
    };
    var plan = kit.plan(data, wish);
    result.hidden = !plan.parts.length;
    said.textContent = line(plan, wish);
    if (!plan.parts.length) return;
    showSheet(plan);
    showLeft(plan);
    kit.times(form.closest("[data-clock]"));
    bodies(function () { showFull(kit.plan(data, wish), wish.sector); });
  }

  form.hidden = false;
  form.addEventListener("submit", function (event) { event.preventDefault(); show(); });
  printing.addEventListener("click", function () { bodies(function () { window.print(); }); });
})(window.kit = window.kit || {});
