/* Rate your service: answers given on paper, typed in as one letter or digit a statement. */
(function (kit) {
  "use strict";
  var element = kit.element;

  // What a line of keys says: {found: [answer keys, "" for none], wrong: [[place, sign]], more: how many too many}.
  kit.keyed = function (text, form) {
    var found = [], wrong = [];
    Array.from(text.replace(/[\s,;]/g, "").toLowerCase()).forEach(function (sign) {
      var level = /[0-9]/.test(sign) ? form.levels[Number(sign) - 1] : null;
      if (level) found.push(level.key);
      else if (sign === "d") found.push("dont-know");
      else if (sign === "x") found.push("does-not-apply");
      else {
        if (sign !== "-") wrong.push([found.length + 1, sign]);
        found.push("");
      }
    });
    var asked = form.statements.length;
    return { found: found.slice(0, asked), wrong: wrong, more: Math.max(found.length - asked, 0) };
  };

  function named(form, key) {
    if (key === "dont-know") return form.dont_know;
    if (key === "does-not-apply") return form.does_not_apply;
    var level = form.levels.filter(function (one) { return one.key === key; })[0];
    return level ? level.name : "No answer";
  }
  kit.answerName = named;

  function line(read, form) {
    var words = ["Understood: " + (read.found.length - read.wrong.length) + " of " + form.statements.length + "."];
    read.wrong.slice(0, 3).forEach(function (one) {
      words.push("Number " + one[0] + ", “" + one[1] + "”, is none of 1 to " + form.levels.length + ", d, x and -.");
    });
    if (read.more) words.push((read.more === 1 ? "One is" : read.more + " are") + " too many.");
    var last = read.found.length - 1;
    if (last >= 0) words.push("Last: " + form.statements[last].name + ", " + kit.inner(named(form, read.found[last])) + ".");
    return words.join(" ");
  }

  // One field for all answers, and a table of what was understood.
  kit.showKeyed = function (app, place) {
    var form = app.form();
    var read = kit.keyed("", form);
    var heading = kit.heading("Type in answers from paper", place);
    element("p", "Type one sign for each statement, in the order of the form: 1 to " + form.levels.length + " for the four habits, d for don't know, x for doesn't apply, - for no answer. Spaces don't count.", place);
    var input = kit.field(place, "input", "Answers, " + form.statements.length + " signs", "", show, "For example " + "32d1x-43".slice(0, form.statements.length));
    input.autocomplete = "off";
    input.spellcheck = false;
    input.className = "keyed";
    var said = element("p", "", place);
    said.setAttribute("role", "status");
    var table = element("div", "", place);
    function show(text) {
      read = kit.keyed(text, form);
      said.textContent = text ? line(read, form) : "";
      table.textContent = "";
      if (!read.found.length) return;
      kit.table(table, "What was understood", ["Statement", "Answer"], read.found.map(function (key, number) {
        return [(number + 1) + ". " + form.statements[number].name, named(form, key)];
      }));
    }
    var row = element("p", "", place, "buttons");
    kit.button("Back", row, function () { app.go("start"); });
    kit.button("Use these answers", row, function () {
      if (read.wrong.length || read.more || read.found.length < form.statements.length) {
        said.textContent = line(read, form) + " Type a sign for each statement first; - stands for no answer.";
        input.focus();
        return;
      }
      read.found.forEach(function (key, number) { app.rating.response.answers[number].answer = key; });
      app.save();
      app.go(form.place ? "position" : "results");
    }, true);
    return heading;
  };
})(window.kit = window.kit || {});
