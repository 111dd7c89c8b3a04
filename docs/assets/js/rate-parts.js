/* Rate your service: the beginning, the parts with their statements, and the place on the matrix. */
(function (kit) {
  "use strict";
  var element = kit.element;

  function buttons(parent) { return element("p", "", parent, "buttons no-print"); }

  // What people are told before they answer.
  function showBefore(form, place) {
    var box = element("details", "", place, "script");
    element("summary", "Before you begin: how to fill it in, and who sees it", box);
    [["How to fill it in", "ol", form.instructions], ["Who sees what you write", "ul", form.who_sees]].forEach(function (part) {
      element("h3", part[0], box);
      var list = element(part[1], "", box);
      part[2].forEach(function (line) { element("li", line, list); });
    });
  }

  // The beginning: which self-assessment, in which role, for which team.
  kit.showStart = function (app, place) {
    var wish = { form: app.rating ? app.rating.response.assessment : app.data.forms[0].id, role: app.rating ? app.rating.response.role : "", team: app.rating ? app.rating.response.team : "" };
    var heading = kit.heading("Begin", place);
    showBefore(app.data.forms[0], place);
    kit.choices(place, "Which self-assessment?", app.data.forms.map(function (form) {
      return { value: form.id, name: form.name, hint: form.statements.length + " statements, about " + form.minutes + " minutes." };
    }), wish.form, function (value) { wish.form = value; });
    var roles = kit.choices(place, "In which role do you answer? If you have more than one, choose one for today.", app.data.forms[0].roles.map(function (role) {
      return { value: role.key, name: role.says };
    }), wish.role, function (value) { wish.role = value; wrong.textContent = ""; });
    var wrong = element("p", "", place, "wrong");
    wrong.setAttribute("role", "alert");
    kit.field(place, "input", "Team or service (you may leave this out)", wish.team, function (value) { wish.team = value; },
      "It is written into the file that you save. Leave out names of people.").maxLength = 200;
    function begin(step) {
      return function () {
        if (!wish.role) {
          wrong.textContent = "Choose a role first: the statements are worded for it.";
          roles.querySelector("input").focus();
          return;
        }
        app.begin(kit.formOf(app.data, wish.form), wish.role, wish.team);
        app.go(step);
      };
    }
    var row = buttons(place);
    kit.button("Begin", row, begin(0), true);
    kit.button("Type in answers from paper", row, begin("keyed"));
    return heading;
  };

  function progress(place, text) { element("p", text, place, "progress"); }

  function options(form, item) {
    var found = form.levels.map(function (level, number) {
      return { value: level.key, name: level.name, hint: item.habits[number] };
    });
    return found.concat([
      { value: "dont-know", name: form.dont_know, apart: true }, { value: "does-not-apply", name: form.does_not_apply, apart: true },
    ]);
  }

  function showStatement(app, place, item) {
    var response = app.rating.response;
    var form = app.form();
    var answer = response.answers.filter(function (one) { return one.statement === item.id; })[0];
    var box = element("div", "", place, "rated");
    var set = kit.choices(box, item.words[response.role] || item.name, options(form, item), answer.answer, function (value) {
      answer.answer = value;
      back.hidden = false;
      app.save();
    });
    var more = element("details", "", box, "fold rated__more");
    element("summary", "What have you seen? Notes (you may leave these out)", more);
    var example = item.evidence ? item.evidence.ask : "";
    var seen = kit.field(more, "textarea", "What I have seen", answer.evidence, function (value) { answer.evidence = value; app.save(); }, example + " Leave out names.");
    if (item.evidence) {
      var says = element("dl", "", more, "rated__examples");
      element("dt", "This counts", says);
      element("dd", item.evidence.counts, says);
      element("dt", "This doesn't yet", says);
      element("dd", item.evidence.does_not, says);
    }
    var notes = kit.field(more, "textarea", "Notes", answer.notes, function (value) { answer.notes = value; app.save(); });
    seen.maxLength = notes.maxLength = 5000;
    more.open = Boolean(answer.evidence || answer.notes);
    var line = element("label", "", box, "choice choice--mark");
    var mark = element("input", "", line);
    mark.type = "checkbox";
    mark.checked = app.rating.marked.indexOf(item.id) >= 0;
    mark.addEventListener("change", function () { app.mark(item.id, mark.checked); });
    element("span", "Mark this one: I want to talk about it", line);
    var back = kit.button("Take my answer back", element("p", "", box, "rated__back"), function () {
      answer.answer = "";
      set.querySelectorAll("input").forEach(function (input) { input.checked = false; });
      back.hidden = true;
      set.querySelector("input").focus();
      app.save();
      app.say("No answer is chosen.");
    });
    back.hidden = !answer.answer;
  }

  // One part: a dimension and its statements.
  kit.showPart = function (app, place, number) {
    var form = app.form();
    var section = form.sections[number];
    var heading = kit.heading(section.name, place);
    progress(place, "Part " + (number + 1) + " of " + form.sections.length);
    if (section.question) element("p", section.question, place, "question");
    form.statements.filter(function (item) { return item.section === section.name; }).forEach(function (item) {
      showStatement(app, place, item);
    });
    var row = buttons(place);
    kit.button("Back", row, function () { app.go(number ? number - 1 : "start"); });
    kit.button("Next", row, function () { app.go(number + 1 < form.sections.length ? number + 1 : form.place ? "position" : "results"); }, true);
    return heading;
  };

  // Who plans and who delivers, today and as it should be.
  kit.showPosition = function (app, place) {
    var form = app.form();
    var words = form.place;
    var position = app.rating.response.position;
    var heading = kit.heading(words.name, place);
    progress(place, "The last question, after " + form.sections.length + " parts");
    element("p", words.ask, place, "question");
    [["today", words.today], ["wanted", words.wanted]].forEach(function (when) {
      ["plans", "delivers"].forEach(function (axis) {
        var hands = app.data.hands.map(function (hand) { return { value: hand[0], name: hand[1] }; });
        hands.push({ value: "", name: "No answer", apart: true });
        kit.choices(place, when[1] + ": " + kit.inner(words[axis]), hands, position[when[0]][axis], function (value) {
          position[when[0]][axis] = value;
          app.save();
        });
      });
    });
    element("p", words.caption, place, "note");
    var row = buttons(place);
    kit.button("Back", row, function () { app.go(form.sections.length - 1); });
    kit.button("See the results", row, function () { app.go("results"); }, true);
    return heading;
  };
})(window.kit = window.kit || {});
