/* Rate your service: the page. One rating, step by step, kept in this browser alone. Nothing is sent. */
(function (kit) {
  "use strict";
  var root = document.getElementById("rate");
  if (!root) return;
  var data = kit.rated(JSON.parse(document.getElementById("rate-data").textContent));
  var kept = document.getElementById("rate-kept");
  var asking = document.getElementById("rate-asks");
  var place = document.getElementById("rate-step");
  var said = document.getElementById("rate-said");
  var file = document.getElementById("rate-file");
  var store = kit.keeping();
  var held = true;      // whether the browser keeps what is entered
  var waiting = false;  // whether another tab's answers wait for a choice: until then nothing is written
  var saved = true;     // whether all that was entered is in a file or kept
  var app = { data: data, rating: null };

  app.form = function () { return kit.formOf(data, app.rating.response.assessment); };
  app.say = function (words) { said.textContent = words; };

  function showKept() {
    kept.textContent = held ?
      "Your answers stay in this browser, on this device. Nothing leaves it unless you save a file and send it. If others use this device, erase them when you have done." :
      "This browser doesn't let the page keep answers; save a file before you leave.";
    kept.classList.toggle("note--warn", !held);
  }

  app.save = function () {
    saved = false;
    if (waiting || !app.rating) return;
    var before = held;
    held = store.write({ format: "fixers-to-facilitators/rating", format_version: 1, response: app.rating.response, marked: app.rating.marked, step: app.rating.step });
    saved = held;
    if (held !== before) showKept();
  };

  app.mark = function (id, on) {
    app.rating.marked = app.rating.marked.filter(function (one) { return one !== id; }).concat(on ? [id] : []);
    app.save();
  };

  // A response for a form and a role; what was answered before stays where the statements are the same.
  app.begin = function (form, role, team) {
    var old = app.rating && app.rating.response;
    var made = old ? kit.carried(old, form, data.statements).response : kit.begun(form, role, team);
    made.role = role;
    made.team = team;
    app.rating = { response: made, marked: app.rating ? app.rating.marked : [], step: "start" };
    app.save();
  };

  var SHOW = { start: kit.showStart, position: kit.showPosition, results: kit.showResults, keyed: kit.showKeyed };

  function known(step) {
    if (!app.rating) return "start";
    if (Number.isInteger(step)) return step >= 0 && step < app.form().sections.length ? step : "start";
    return typeof step === "string" && Object.prototype.hasOwnProperty.call(SHOW, step) ? step : "start";
  }

  function draw(step) {
    place.textContent = "";
    document.getElementById("rate-files").hidden = !app.rating;
    return typeof step === "number" ? kit.showPart(app, place, step) : SHOW[step](app, place);
  }

  app.go = function (step) {
    step = known(step);
    if (app.rating) {
      app.rating.step = step;
      app.save();
    }
    app.say("");
    draw(step).focus();
  };

  app.saveJson = function () {
    kit.offer(kit.fileName(app.rating.response, "json"), "application/json", kit.json(app.rating.response));
    saved = true;
    app.say("Saved as " + kit.fileName(app.rating.response, "json") + ", where your browser puts downloads.");
  };

  app.saveCsv = function () {
    kit.offer(kit.fileName(app.rating.response, "csv"), "text/csv", kit.toCsv([app.rating.response]));
    saved = true;
    app.say("Saved as " + kit.fileName(app.rating.response, "csv") + ", where your browser puts downloads.");
  };

  // An untrusted response in the terms of its form; null where it is none.
  function settled(given) {
    if (given.refused) return given;
    var form = kit.formOf(data, given.response.assessment.replace(/^assessment\//, ""));
    return form ? kit.settler(form, data.hands)(given) : { refused: "answers a self-assessment that isn't ours" };
  }

  // Take in a response with its marks; where statements have changed, ask first.
  function take(response, marked, step, focus) {
    var found = kit.carried(response, kit.formOf(data, response.assessment), data.statements);
    function use() {
      app.rating = { response: found.response, marked: marked, step: step };
      app.rating.step = known(step);
      app.save();
      var heading = draw(app.rating.step);
      if (focus) heading.focus();
    }
    var same = response.assessment_version === 0 || response.assessment_version === app.data.forms.filter(function (one) { return one.id === response.assessment; })[0].version;
    if (!found.lost.length && same) return use();
    var words = "These answers were given to an older version of the statements. " +
      (found.lost.length ? "No longer asked, or asked in another way: " + found.lost.slice(0, 30).join(", ") + ". " : "") +
      "Answers that still fit: " + found.kept + ".";
    kit.ask(asking, words, [
      ["Save the old answers as a file", function () {
        kit.offer(kit.fileName(response, "json"), "application/json", kit.json(response));
        take(response, marked, step, focus);
      }],
      ["Leave them, and begin anew", function () { begin(focus); }],
      ["Carry over what still fits", use],
    ]);
  }

  function begin(focus) {
    app.rating = null;
    var heading = draw("start");
    if (focus) heading.focus();
  }

  // What this browser, or another tab, has kept: anyone may have changed it, so it is read like a file.
  function restore(value, focus) {
    var found = value && typeof value === "object" ? settled(kit.given(value.response)) : { refused: "nothing" };
    if (found.refused) return begin(focus);
    var marked = Array.isArray(value.marked) ? value.marked.filter(function (id) { return typeof id === "string" && Object.prototype.hasOwnProperty.call(data.statements, id); }) : [];
    take(found.response, marked, value.step, focus);
  }

  store.watch(function (value) {
    waiting = true;
    function keep() { waiting = false; app.save(); app.say("This tab's answers are kept."); }
    if (value) {
      kit.ask(asking, "You have entered answers in another tab of this browser.", [
        ["Keep the answers in this tab", keep], ["Take the other tab's answers", function () { waiting = false; restore(value, true); }],
      ]);
    } else if (app.rating) {
      kit.ask(asking, "The answers were erased in another tab of this browser.", [
        ["Keep the answers in this tab", keep], ["Erase them here too", function () { waiting = false; saved = true; begin(true); }],
      ]);
    } else waiting = false;
  });

  document.getElementById("rate-save").addEventListener("click", app.saveJson);
  document.getElementById("rate-erase").addEventListener("click", function () {
    kit.ask(asking, "Erase all answers on this device? Files that you have saved stay where they are.", [
      ["Erase the answers", function () {
        held = store.erase() && held;
        saved = true;
        begin(true);
        showKept();
        app.say("All answers on this device are erased.");
      }],
      ["Keep them", function () {}],
    ]);
  });

  file.addEventListener("change", function () {
    var chosen = file.files[0];
    if (!chosen) return;
    function refused(why) { app.say(chosen.name + " " + why + "."); }
    if (chosen.size > kit.LARGEST) return refused("is too large to be a saved response");
    chosen.arrayBuffer().then(function (bytes) {
      var all = kit.readFile(chosen.name, new Uint8Array(bytes));
      var found = all.length === 1 ? settled(all[0]) : { refused: "holds " + all.length + " responses; this page opens one. “Bring results together” opens many" };
      file.value = "";
      if (found.refused) return refused(found.refused);
      function open() {
        take(found.response, [], "results", true);
        app.say(["Opened " + chosen.name + "."].concat(found.warnings.map(function (line) { return "It " + line + "."; })).join(" "));
      }
      if (!app.rating || kit.blank(app.rating.response)) return open();
      kit.ask(asking, "Open " + chosen.name + " in place of the answers on this page?", [["Open the file", open], ["Keep the answers on this page", function () {}]]);
    });
  });

  window.addEventListener("beforeunload", function (event) {
    if (!saved && app.rating && !kit.blank(app.rating.response)) event.preventDefault();
  });

  document.getElementById("rate-without").hidden = true;
  root.hidden = false;
  var found = store.read();
  held = found ? true : store.write({}) && store.erase();
  showKept();
  restore(found, false);
})(window.kit = window.kit || {});
