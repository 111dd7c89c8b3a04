/* Bring results together: the page. Opens files in the browser, counts, shows. Nothing is sent, nothing is kept. */
(function (kit) {
  "use strict";
  var root = document.getElementById("together");
  if (!root) return;
  var FILES = 500;          // at once
  var RESPONSES = 10000;    // in all
  var data = kit.rated(JSON.parse(document.getElementById("together-data").textContent));
  var input = document.getElementById("together-files");
  var drop = document.getElementById("together-drop");
  var said = document.getElementById("together-said");
  var choose = document.getElementById("together-choose");
  var which = document.getElementById("together-form");
  var agreed = document.getElementById("together-agreed");
  var result = document.getElementById("together-result");
  var opened = [];          // [{name, all: what readFile gave}]
  var busy = false;
  var app = { data: data, summary: null };

  var earlier = kit.earlier(function () { show(false); });

  app.form = function () { return kit.formOf(data, which.value); };
  function count(number, one, many) { return number + " " + (number === 1 ? one : many); }

  // Every file into one tally, and a line for each.
  function gathered(form) {
    var tally = kit.tally(form);
    var settle = kit.settler(form, data.hands);
    var whole = 0;
    var read = opened.map(function (file) {
      var why = new Map();
      var held = 0;
      function say(lines) { lines.forEach(function (line) { why.set(line, (why.get(line) || 0) + 1); }); }
      file.all.forEach(function (given) {
        var found = given.refused ? given : settle(given);
        if (!found.refused && whole >= RESPONSES) found = { refused: "comes after " + RESPONSES.toLocaleString("en-GB") + " responses, which are as many as this page counts" };
        if (found.refused) return say([found.refused]);
        say(found.warnings.concat(kit.add(tally, found.response, file.name)));
        if (kit.blank(found.response)) return;
        held += 1;
        whole += 1;
      });
      var lines = Array.from(why).map(function (pair) { return pair[1] > 1 ? pair[0] + " (" + pair[1] + " times)" : pair[0]; });
      if (lines.length > 12) lines = lines.slice(0, 12).concat(["and " + (lines.length - 12) + " more"]);
      return { file: file.name, how: !held ? "refused" : lines.length ? "accepted with warnings" : "accepted", why: lines };
    });
    return { tally: tally, read: read };
  }

  function show(focus) {
    result.textContent = "";
    choose.hidden = !opened.length;
    document.getElementById("together-act").hidden = !opened.length;
    if (!opened.length) return;
    var found = gathered(app.form());
    var inRoom = agreed.checked;
    app.summary = kit.summaryOf(found.tally, { smallest_group: inRoom ? 3 : 5, in_room: inRoom, read: found.read });
    earlier.compare(app.summary);
    var heading = kit.showSummary(app, app.summary, element("div"));
    kit.showRead(found.read, element("div"));
    var shown = app.summary.responses !== null;
    document.getElementById("together-plan").hidden = document.getElementById("together-save").hidden = !shown;
    if (shown) kit.showFollowUp(app, app.summary, element("div", "follow"));
    var refused = found.read.filter(function (one) { return one.how === "refused"; }).length;
    said.textContent = count(opened.length, "file was read", "files were read") + (refused ? ", " + refused + " of them refused" : "") + ". The picture is below.";
    if (focus) heading.focus();
  }

  function element(name, className) { return kit.element(name, "", result, "together__" + (className || "part")); }

  // Read files one after the other, so that only one is in the memory as bytes.
  function open(files) {
    if (busy || !files.length) return;
    busy = true;
    var list = files.slice(0, FILES);
    var first = !opened.length;
    function next(place) {
      if (place === list.length) return done();
      var file = list[place];
      said.textContent = "Reading " + (place + 1) + " of " + list.length + ".";
      var bytes = file.size > kit.LARGEST ? Promise.resolve(null) : file.arrayBuffer();
      bytes.then(function (found) {
        var all = found ? kit.readFile(file.name, new Uint8Array(found)) : [{ refused: "has " + file.size.toLocaleString("en-GB") + " bytes; at most " + kit.LARGEST.toLocaleString("en-GB") + " are read" }];
        opened.push({ name: kit.harmless(file.name), all: all });
      }, function () { opened.push({ name: kit.harmless(file.name), all: [{ refused: "can't be read" }] }); }).then(function () { next(place + 1); });
    }
    function done() {
      busy = false;
      input.value = "";
      if (files.length > list.length) opened.push({ name: "and " + (files.length - list.length) + " more", all: [{ refused: "at most " + FILES + " files are read at once" }] });
      if (first) guess();
      show(true);
    }
    next(0);
  }

  // The self-assessment of the first response that can be read.
  function guess() {
    opened.some(function (file) {
      return file.all.some(function (one) {
        var form = one.response && kit.formOf(data, one.response.assessment.replace(/^assessment\//, ""));
        if (form) which.value = form.id;
        return Boolean(form);
      });
    });
  }

  data.forms.forEach(function (form) { kit.element("option", form.name, which).value = form.id; });
  input.addEventListener("change", function () { open(Array.from(input.files)); });
  which.addEventListener("change", function () { show(false); });
  agreed.addEventListener("change", function () { show(false); });
  ["dragenter", "dragover"].forEach(function (name) {
    drop.addEventListener(name, function (event) { event.preventDefault(); drop.classList.add("drop--over"); });
  });
  drop.addEventListener("dragleave", function () { drop.classList.remove("drop--over"); });
  drop.addEventListener("drop", function (event) {
    event.preventDefault();
    drop.classList.remove("drop--over");
    open(Array.from(event.dataTransfer.files));
  });
  document.getElementById("together-clear").addEventListener("click", function () {
    opened = [];
    agreed.checked = false;
    app.summary = null;
    earlier.forget();
    show(false);
    said.textContent = "All files are put away. Nothing of them is kept on this page.";
    input.focus();
  });

  function print(only) {
    result.classList.toggle("only-follow", only);
    window.print();
  }
  document.getElementById("together-print").addEventListener("click", function () { print(false); });
  document.getElementById("together-plan").addEventListener("click", function () { print(true); });
  window.addEventListener("afterprint", function () { result.classList.remove("only-follow"); });
  document.getElementById("together-save").addEventListener("click", function () {
    kit.offer("summary.json", "application/json", kit.json(app.summary));
    said.textContent = "Saved as summary.json, where your browser puts downloads. Keep it: next time this page can show what moved.";
  });
  document.getElementById("together-without").hidden = true;
  root.hidden = false;
})(window.kit = window.kit || {});
