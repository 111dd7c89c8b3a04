/* Rate your service: what one person sees, in words, as a picture and as tables, and where to begin. No totals. */
(function (kit) {
  "use strict";
  var element = kit.element;
  var LOWEST = 3;   // statements among the priorities that nobody marked
  var SVG = "http://www.w3.org/2000/svg";

  function svg(name, parent, attributes, text) {
    var made = document.createElementNS(SVG, name);
    Object.keys(attributes).forEach(function (key) { made.setAttribute(key, attributes[key]); });
    if (text) made.textContent = text;
    parent.appendChild(made);
    return made;
  }

  // Each statement with its answer, in the order of the form.
  function pairs(app) {
    return app.form().statements.map(function (item) {
      return { item: item, answer: app.rating.response.answers.filter(function (one) { return one.statement === item.id; })[0] };
    });
  }

  function places(form) { return form.levels.map(function (level) { return level.key; }); }

  function joined(names) { return names.length ? names.join("; ") : "none"; }

  function showWords(form, all, place) {
    element("h3", "In words", place);
    var list = element("dl", "", place, "pairs");
    function line(name, key) {
      var found = all.filter(function (one) { return one.answer.answer === key; });
      if (!found.length) return;
      element("dt", name, list);
      element("dd", joined(found.map(function (one) { return one.item.name; })), list);
    }
    form.levels.forEach(function (level) { line(level.name + ". " + level.means, level.key); });
    line(form.dont_know + ". " + form.asides[0], "dont-know");
    line(form.does_not_apply + ". " + form.asides[1], "does-not-apply");
    line("No answer", "");
  }

  // For each dimension, how many statements have each level.
  function counts(form, all) {
    return form.sections.map(function (section) {
      var mine = all.filter(function (one) { return one.item.section === section.name; });
      return places(form).map(function (key) {
        return mine.filter(function (one) { return one.answer.answer === key; }).length;
      });
    });
  }

  // A square for each statement, in the row of its dimension and the column of its level.
  function drawn(form, found, place) {
    var left = 205, column = 92, row = 34, square = 20;
    var width = left + column * form.levels.length + 20, height = (found.length + 1) * row;
    var picture = svg("svg", place, { viewBox: "0 0 " + width + " " + height, role: "img", class: "chart chart--rating", "aria-label": "One square for each statement, in the row of its dimension and the column of the habit chosen. The figures are in the table beside it." });
    form.levels.forEach(function (level, number) {
      svg("text", picture, { x: left + number * column + 8, y: 20, class: "chart__head" }, level.name);
    });
    found.forEach(function (numbers, place) {
      var top = (place + 1) * row;
      svg("line", picture, { x1: 0, x2: width, y1: top - 4, y2: top - 4, class: "chart__rule" });
      svg("text", picture, { x: 0, y: top + 16, class: "chart__name" }, form.sections[place].name);
      numbers.forEach(function (count, number) {
        for (var one = 0; one < count; one++) {
          svg("rect", picture, { x: left + number * column + 8 + one * (square + 4), y: top + 2, width: square, height: square, rx: 3, class: "chart__square" });
        }
      });
    });
  }

  function showPicture(form, all, place) {
    element("h3", "As a picture", place);
    var both = element("div", "", place, "beside");
    var found = counts(form, all);
    drawn(form, found, element("div", "", both, "beside__picture"));
    kit.table(both, "Statements at each habit, by dimension", ["Dimension"].concat(form.levels.map(function (level) { return level.name; })),
      found.map(function (numbers, place) { return [form.sections[place].name].concat(numbers.map(String)); }));
  }

  function showAnswers(app, all, place) {
    var form = app.form();
    element("h3", "Every answer", place);
    kit.table(place, "Your answers", ["Statement", "Answer", "What you have seen", "Notes"], all.map(function (one) {
      return [function (cell) {
        cell.textContent = one.item.words[app.rating.response.role] || one.item.name;
        var part = form.sections.map(function (section) { return section.name; }).indexOf(one.item.section);
        var change = kit.button("Change", element("div", "", cell, "no-print"), function () { app.go(part); });
        change.className = "plainly";
        element("span", ": " + one.item.name, change, "hidden");
      }, kit.answerName(form, one.answer.answer), one.answer.evidence || "–", one.answer.notes || "–"];
    }));
  }

  function showPosition(app, place) {
    var form = app.form();
    if (!form.place) return;
    element("h3", form.place.name, place);
    var list = element("dl", "", place, "pairs");
    function hand(key) {
      var found = app.data.hands.filter(function (one) { return one[0] === key; })[0];
      return found ? kit.inner(found[1]) : "no answer";
    }
    [["today", form.place.today], ["wanted", form.place.wanted]].forEach(function (when) {
      var square = app.rating.response.position[when[0]];
      var cell = kit.squareOf(app.data, square);
      element("dt", when[1], list);
      var says = element("dd", "Plans: " + hand(square.plans) + ". Does it: " + hand(square.delivers) + ". ", list);
      if (cell) kit.link(cell.href, cell.name, says);
    });
  }

  // The statements to begin with: those marked, then those with most room, in the order of the form.
  kit.firstOf = function (all, marked, form) {
    var order = places(form);
    function level(one) { return order.indexOf(one.answer.answer); }
    var chosen = all.filter(function (one) { return marked.indexOf(one.item.id) >= 0; });
    var rest = all.filter(function (one) { return chosen.indexOf(one) < 0 && level(one) >= 0 && level(one) < order.length - 1; });
    rest.sort(function (a, b) { return level(a) - level(b); }); // stable
    return chosen.concat(rest.slice(0, LOWEST));
  };

  function showFirst(app, all, place) {
    var form = app.form();
    element("h3", "Where to begin", place);
    var found = kit.firstOf(all, app.rating.marked, form);
    if (!found.length) element("p", "Nothing is marked, and no habit was chosen below the last. Ask someone in another role what they see.", place);
    found.forEach(function (one) {
      var level = places(form).indexOf(one.answer.answer);
      var marked = app.rating.marked.indexOf(one.item.id) >= 0;
      element("h4", one.item.name, place);
      element("p", (marked ? "You marked it. " : "") + "You chose: " + kit.inner(kit.answerName(form, one.answer.answer)) + ".", place);
      if (level >= 0) kit.showNext(app.data, one.item, level, place);
      else if (one.answer.answer) element("p", form.asides[one.answer.answer === "dont-know" ? 0 : 1], place, "move");
    });
  }

  // The results of one person.
  kit.showResults = function (app, place) {
    var form = app.form();
    var response = app.rating.response;
    var role = form.roles.filter(function (one) { return one.key === response.role; })[0];
    var result = element("div", "", place, "rate__result");
    var heading = kit.heading("What you see", result);
    element("p", form.name + ". " + (role ? role.says + ". " : "") + (response.team ? response.team + ". " : "") + kit.day(response.date || kit.today()) + ".", result);
    element("p", "One person's view, to start a conversation with. It is no score, and nobody has tested it as a measure.", result, "note");
    var all = pairs(app);
    showFirst(app, all, result);
    showWords(form, all, result);
    showPicture(form, all, result);
    showPosition(app, result);
    showAnswers(app, all, result);
    var row = element("p", "", result, "buttons no-print");
    kit.button("Back", row, function () { app.go(form.place ? "position" : form.sections.length - 1); });
    kit.button("Save as a file", row, app.saveJson, true);
    kit.button("Save as CSV, for a spreadsheet", row, app.saveCsv);
    kit.button("Print", row, function () { window.print(); });
    return heading;
  };
})(window.kit = window.kit || {});
