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

  // How one group answered, in words.
  function showMiddle(role, asked, list) {
    var line = element("li", "", list);
    element("strong", kit.say.role(role.role, asked), line);
    var middle = kit.say.median(role.median, asked), spread = kit.say.spread(role.spread, asked);
    element("span", ": in the middle, " + middle + (spread === "all at " + middle || spread === middle ? "" : "; " + spread) + ". " + kit.say.dontKnow(role) + ".", line);
  }

  // The figures of each group, and a bar of them in the same row.
  function showCounts(app, one, summary, place) {
    var asked = summary.assessment, answers = kit.answers(asked, app.form());
    function counts(group) { return answers.map(function (answer) { return answer.of(group); }); }
    var most = counts(one.everyone).reduce(function (a, b) { return a + b; }, 0);
    var groups = one.roles.map(function (role) { return [kit.say.role(role.role, asked), role]; }).concat([["Everyone", one.everyone]]);
    var table = kit.table(place, one.name + ": how many chose each answer", ["Group", "As a bar"].concat(answers.map(function (answer) { return answer.name; })), groups.map(function (group) {
      var found = counts(group[1]);
      return [group[0], function (cell) {
        cell.className = "counts__bar";
        kit.bar(found, answers, most, cell);
      }].concat(found.map(function (count, number) {
        return function (cell) {
          cell.className = count ? "counts__some" : "counts__none";
          cell.appendChild(kit.swatch(answers[number]));
          element("span", String(count), cell);
        };
      }));
    }));
    table.classList.add("counts");
    table.querySelectorAll("thead th").forEach(function (head, number) {
      if (number > 1) head.prepend(kit.swatch(answers[number - 2]));
    });
  }

  // How each group answered a statement: in words, as bars, and in figures.
  function showStatement(app, one, number, summary, place) {
    var asked = summary.assessment;
    element("h3", number + ". " + one.name, place);
    element("p", one.section + ".", place, "where");
    if (!one.everyone) return void element("p", "Too few were asked this statement in its present version to show anything.", place);
    element("p", "Everyone: " + kit.say.spread(one.everyone.spread, asked) + ". " + kit.say.mixed(one).replace(/^./, function (letter) { return letter.toUpperCase(); }) + ".", place);
    var list = element("ul", "", place);
    one.roles.forEach(function (role) { showMiddle(role, asked, list); });
    if (!one.roles.length) list.remove();
    showCounts(app, one, summary, place);
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
    var days = kit.say.days(summary.dates);
    element("p", asked.name + ". " + summary.responses + " responses" + (days ? ", " + days : "") + ".", place);
    var list = element("ul", "", place);
    summary.groups.forEach(function (one) { element("li", kit.say.group(one, asked), list); });
    element("p", "Groups of fewer than " + summary.smallest_group + " are not shown apart, nor any group from which they could be worked out." +
      (summary.in_room ? " These results stay with the people in the room, who agreed to it." : "") +
      " It is a conversation starter, no score, and nobody has tested it as a measure.", place, "note");
    showPriorities(app, summary, place);
    showGaps(summary, place);
    if (summary.since) kit.showMoved(summary, place);
    element("h2", "Every statement, the most mixed first", place);
    element("p", "Each table gives the number of people who chose each answer, and the bar in its row shows the same. Nothing is added up, and no answer is worth more than another.", place);
    summary.mixed_first.forEach(function (id, number) { showStatement(app, byId(summary, id), number + 1, summary, place); });
    showPositions(app, summary, place);
    if (summary.unknown.length) element("p", "Left out, as this self-assessment doesn't ask them: " + summary.unknown.length + " statements.", place);
    return heading;
  };
})(window.kit = window.kit || {});
