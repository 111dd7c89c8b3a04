/* Bring results together: a summary on the page. Everything that others wrote goes in as text. */
(function (kit) {
  "use strict";
  var element = kit.element;

  // What became of each file: [{file, how, why: [lines]}].
  kit.showRead = function (read, place) {
    element("h2", "What was read", place);
    kit.table(place, "Each file, and what became of it", ["File", "How it went", "Why"], read.map(function (one) {
      return [one.file, one.how.charAt(0).toUpperCase() + one.how.slice(1), one.why.join("; ") || "–"];
    }));
  };

  function counted(one, asked) {
    return asked.levels.map(function (level) { return String(one.levels[level.key]); });
  }

  function row(head, one, middle, asked) {
    return [head, one ? middle : "not shown"].concat(one ? counted(one, asked).concat([kit.say.dontKnow(one), String(one.does_not_apply), kit.say.spread(one.spread, asked)]) : asked.levels.map(function () { return "–"; }).concat(["–", "–", "–"]));
  }

  // How each group answered: a block for each answer, in the row of its group, on the scale from the lowest level.
  function showStatement(one, number, summary, place) {
    var asked = summary.assessment;
    element("h3", number + ". " + one.name, place);
    element("p", one.section + (one.everyone ? ". " + kit.say.mixed(one).replace(/^./, function (letter) { return letter.toUpperCase(); }) + "." : "."), place, "where");
    if (!one.everyone) return void element("p", "Too few were asked this statement in its present version to show anything.", place);
    var head = ["Group", "In the middle"].concat(asked.levels.map(function (level) { return level.name; }), ["Don't know", "Doesn't apply", "Lowest to highest"]);
    var rows = one.roles.map(function (role) { return row(kit.say.role(role.role, asked), role, kit.say.median(role.median, asked), asked); });
    rows.push(row("Everyone", one.everyone, "–", asked));
    kit.table(place, one.name + ": answers by group", head, rows).classList.add("counts");
    one.gaps.forEach(function (gap) {
      var words = kit.say.gap(gap, one.roles, asked);
      if (words) element("p", words, place, "move");
    });
    if (one.other_version) element("p", "Answers to another version of this statement, not counted here: " + one.other_version + ".", place, "where");
    if (!one.said.length) return;
    var box = element("details", "", place, "script");
    box.dataset.print = "";
    element("summary", "What people wrote (" + one.said.length + ")", box);
    var list = element("ul", "", box);
    one.said.forEach(function (said) {
      element("li", (said.role ? kit.say.role(said.role, asked) + ": " : "") + said.text, list);
    });
  }

  function byId(summary, id) { return summary.statements.filter(function (one) { return one.id === id; })[0]; }
  kit.statementOf = byId;

  function showGaps(summary, place) {
    element("h2", "Where roles see it differently", place);
    var any = false;
    var list = element("dl", "", place, "pairs");
    summary.statements.forEach(function (one) {
      one.gaps.forEach(function (gap) {
        var words = kit.say.gap(gap, one.roles, summary.assessment);
        if (!words) return;
        any = true;
        element("dt", one.name, list);
        element("dd", words, list);
      });
    });
    if (!any) element("p", "No two groups that are shown have middles two levels apart or more.", place);
  }

  function showPositions(app, summary, place) {
    if (!summary.positions) return;
    var asked = summary.assessment;
    element("h2", app.form().place.name, place);
    [["today", app.form().place.today], ["wanted", "As people want it"]].forEach(function (when) {
      var rows = [];
      summary.positions[when[0]].forEach(function (group) {
        var name = group.role === null ? "Everyone" : kit.say.role(group.role, asked);
        group.squares.forEach(function (square) {
          var cell = kit.squareOf(app.data, square);
          rows.push([name, function (box) { kit.link(cell.href, cell.name, box); }, hand(app, square.plans), hand(app, square.delivers), String(square.responses)]);
        });
        var rest = [[group.incomplete, "Said only one of the two"], [group.no_answer, "No answer"]];
        rest.forEach(function (one) { if (one[0]) rows.push([name, one[1], "–", "–", String(one[0])]); });
      });
      kit.table(place, when[1], ["Group", "Square of the matrix", "Who plans it", "Who does it", "People"], rows);
    });
  }

  function hand(app, key) {
    return app.data.hands.filter(function (one) { return one[0] === key; })[0][1];
  }

  function showPriorities(app, summary, place) {
    element("h2", "Where to begin", place);
    summary.priorities.forEach(function (one) {
      var item = app.data.statements[one.statement];
      element("h3", item.name, place);
      element("p", one.why === "mixed" ? "People see it differently: talk about it first." : "People agree, and there is most room.", place);
      var level = summary.assessment.levels.map(function (each) { return each.key; }).indexOf(one.level);
      kit.showNext(app.data, item, level, place);
    });
    if (!summary.priorities.length) element("p", "Nothing stands out yet.", place);
  }

  // The summary of a form's responses.
  kit.showSummary = function (app, summary, place) {
    var asked = summary.assessment;
    var heading = kit.heading("The picture together", place);
    if (summary.responses === null) {
      element("p", "There are too few responses to show anything: at least " + summary.smallest_group + " are needed, so that nobody's answers can be worked out.", place);
      return heading;
    }
    var dates = summary.dates ? (summary.dates[0] === summary.dates[1] ? kit.day(summary.dates[0]) : kit.day(summary.dates[0]) + " to " + kit.day(summary.dates[1])) + ". " : "";
    element("p", asked.name + ". " + dates + summary.responses + " responses.", place);
    var list = element("ul", "", place);
    summary.groups.forEach(function (one) { element("li", kit.say.group(one, asked), list); });
    element("p", "Groups of fewer than " + summary.smallest_group + " are not shown apart, nor any group from which they could be worked out." +
      (summary.in_room ? " These results stay with the people in the room, who agreed to it." : "") +
      " It is a conversation starter, no score, and nobody has tested it as a measure.", place, "note");
    showPriorities(app, summary, place);
    showGaps(summary, place);
    element("h2", "Every statement, the most mixed first", place);
    summary.mixed_first.forEach(function (id, place_) { showStatement(byId(summary, id), place_ + 1, summary, place); });
    showPositions(app, summary, place);
    if (summary.unknown.length) element("p", "Left out, as this self-assessment doesn't ask them: " + summary.unknown.length + " statements.", place);
    return heading;
  };
})(window.kit = window.kit || {});
