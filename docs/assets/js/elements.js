/* Pieces of a page, made by scripts. Whatever text they get goes in as text, never as HTML. */
(function (kit) {
  "use strict";
  var number = 0;

  kit.element = function (name, text, parent, className) {
    var made = document.createElement(name);
    if (text) made.textContent = text;
    if (className) made.className = className;
    if (parent) parent.appendChild(made);
    return made;
  };
  var element = kit.element;

  // An id that no other element has.
  kit.fresh = function (word) {
    number += 1;
    return word + "-" + number;
  };

  kit.button = function (text, parent, action, first) {
    var made = element("button", text, parent, first ? "md-button md-button--primary" : "md-button");
    made.type = "button";
    made.addEventListener("click", action);
    return made;
  };

  kit.link = function (href, words, parent) {
    var made = element("a", words, parent);
    made.href = href;
    return made;
  };

  // A heading that takes the focus, so that people hear and see where they are.
  kit.heading = function (text, parent) {
    var made = element("h2", text, parent);
    made.tabIndex = -1;
    return made;
  };

  // Radio buttons under a legend. options: [{value, name, hint, apart}]; `changed` is given the value chosen.
  kit.choices = function (parent, legend, options, chosen, changed) {
    var set = element("fieldset", "", parent, "choices");
    var group = kit.fresh("choice");
    element("legend", legend, set);
    options.forEach(function (one) {
      var line = element("label", "", set, one.apart ? "choice choice--apart" : "choice");
      var input = element("input", "", line);
      input.type = "radio";
      input.name = group;
      input.value = one.value;
      input.checked = one.value === chosen;
      input.addEventListener("change", function () { changed(one.value); });
      var words = element("span", "", line);
      element("strong", one.name, words);
      if (one.hint) element("span", one.hint, words, "choice__hint");
    });
    return set;
  };

  // A labelled field: "input" or "textarea", with an optional line of help.
  kit.field = function (parent, kind, label, value, changed, help) {
    var box = element("div", "", parent, "field");
    var name = element("label", label, box);
    if (help) element("p", help, box, "field__help").id = kit.fresh("help");
    var made = element(kind, "", box);
    made.id = kit.fresh("field");
    name.htmlFor = made.id;
    if (help) made.setAttribute("aria-describedby", box.querySelector(".field__help").id);
    made.value = value;
    made.addEventListener("input", function () { changed(made.value); });
    return made;
  };

  // A table with a caption; the first cell of each row is its heading. Cells are texts, or functions of the cell.
  kit.table = function (parent, caption, head, rows) {
    var box = element("div", "", parent, "scroll");
    box.tabIndex = 0;
    box.setAttribute("role", "region");
    box.setAttribute("aria-label", caption);
    var table = element("table", "", box, "rows stack");
    element("caption", caption, table);
    var line = element("tr", "", element("thead", "", table));
    head.forEach(function (text) { element("th", text, line).scope = "col"; });
    var body = element("tbody", "", table);
    rows.forEach(function (row) {
      var made = element("tr", "", body);
      row.forEach(function (cell, place) {
        var found = element(place ? "td" : "th", "", made);
        if (place) found.dataset.label = head[place];
        else found.scope = "row";
        if (typeof cell === "function") cell(found);
        else found.textContent = cell;
      });
    });
    return table;
  };

  // Asks on the page, in a box that takes the focus. actions: [[words, what to do]], the safe one last.
  kit.ask = function (place, words, actions, more) {
    var back = document.activeElement;
    place.textContent = "";
    var box = element("div", "", place, "asks");
    box.setAttribute("role", "group");
    element("p", words, box).id = kit.fresh("asks");
    box.setAttribute("aria-labelledby", box.firstChild.id);
    if (more) more(box);
    var row = element("p", "", box, "buttons");
    function close(action) {
      place.textContent = "";
      if (back && back.isConnected) back.focus();
      action();
    }
    var last = null;
    actions.forEach(function (one) { last = kit.button(one[0], row, function () { close(one[1]); }); });
    box.addEventListener("keydown", function (event) {
      if (event.key === "Escape") close(actions[actions.length - 1][1]);
    });
    last.focus();
  };

  // Gives the reader a file that this page made.
  kit.offer = function (name, type, text) {
    var address = URL.createObjectURL(new Blob([text], { type: type }));
    var link = kit.link(address, "", document.body);
    link.download = name;
    link.hidden = true;
    link.click();
    link.remove();
    setTimeout(function () { URL.revokeObjectURL(address); }, 10000);
  };

  // The day here, as 2026-11-23, some months on.
  kit.today = function (months) {
    var now = new Date();
    var day = new Date(now.getFullYear(), now.getMonth() + (months || 0), now.getDate());
    if (day.getDate() !== now.getDate()) day.setDate(0); // there is no 31 February: the last of the month before
    function two(part) { return (part < 10 ? "0" : "") + part; }
    return day.getFullYear() + "-" + two(day.getMonth() + 1) + "-" + two(day.getDate());
  };

  // A date as people say it: "23 November 2026".
  kit.day = function (date) {
    return new Date(date + "T12:00:00").toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" });
  };

  // A level's name within a sentence.
  kit.inner = function (name) { return name.charAt(0).toLowerCase() + name.slice(1); };
})(window.kit = window.kit || {});
