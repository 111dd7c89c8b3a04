/* Bring results together: an earlier summary beside this one, and what moved between them. */
(function (kit) {
  "use strict";
  var element = kit.element;
  var SHOWN = 120;   // letters of a name that somebody else chose
  var NOT = {
    "another version": "Not compared: the statement has changed.", "new": "Not compared: it wasn't asked then.",
    "not shown": "Not compared: there were too few answers, then or now.",
  };
  var FEW = "Only a few responses differ from the earlier summary. Side by side, the two may show what those few said, so keep one of them to yourself.";

  function far(pairs) { return pairs.all ? pairs.far + " of " + pairs.all : "too few to compare"; }

  function middles(moved, asked) {
    return function (cell) {
      moved.roles.forEach(function (one) {
        var then = kit.say.median(one.then, asked), now = kit.say.median(one.now, asked);
        var said = then === now ? now + ", as before" : then + ", now " + now + ". That is " + kit.say.moved(one.half_levels, asked);
        element("div", kit.say.role(one.role, asked) + ": " + said + ".", cell);
      });
      if (!moved.roles.length) cell.textContent = "No group is shown both times.";
    };
  }

  // What moved, statement by statement, in the order of the form.
  kit.showMoved = function (summary, place) {
    var since = summary.since, asked = summary.assessment;
    var names = new Map(summary.statements.map(function (one) { return [one.id, one.name]; }));
    element("h2", "What moved", place);
    var days = kit.say.days(since.dates);
    element("p", "Against the earlier summary" + (days ? " (answers " + days + ")" : "") + ". Other people may have answered this time, so a small move may mean nothing.", place);
    if (since.few_new) element("p", FEW, place, "note note--warn");
    var head = ["Statement", "Pairs far apart then", "Now", "In the middle, then and now"];
    kit.table(place, "What moved since the earlier summary", head, since.statements.map(function (one) {
      var name = names.get(one.statement);
      return one.how === "compared" ? [name, far(one.then), far(one.now), middles(one, asked)] : [name, "–", "–", NOT[one.how]];
    })).classList.add("moved");
    if (since.gone.length) {
      var gone = since.gone.slice(0, 30).map(kit.harmless).concat(since.gone.length > 30 ? ["and " + (since.gone.length - 30) + " more"] : []);
      element("p", "Asked then and not now: " + gone.join(", ") + ".", place);
    }
  };

  // A name that somebody else chose, without what isn't meant to be seen.
  kit.harmless = function (name) {
    return Array.from(name).slice(0, SHOWN).join("").replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g, "?");
  };

  // The field for an earlier summary. `changed` is called when there is another one, or none any more.
  kit.earlier = function (changed) {
    var input = document.getElementById("together-earlier");
    var out = document.getElementById("together-without-earlier");
    var said = document.getElementById("together-earlier-said");
    var found = null, turn = 0;   // {name, summary}; how often somebody chose

    function say(words, wrong) {
      said.textContent = words;
      said.classList.toggle("wrong", Boolean(wrong));
    }

    function put(name, read) {
      found = read.summary ? { name: name, summary: read.summary } : null;
      out.hidden = !found;
      say(read.refused ? name + " " + read.refused + "." : "", read.refused);
      changed();
    }

    function forget() {
      turn += 1;
      found = null;
      out.hidden = true;
      input.value = "";
      say("");
    }

    input.addEventListener("change", function () {
      var file = input.files[0], mine = turn += 1;
      if (!file) return;
      var name = kit.harmless(file.name);
      input.value = "";
      if (kit.tooLarge(file.size)) return put(name, { refused: kit.tooLarge(file.size) });
      file.arrayBuffer().then(function (bytes) { return kit.readSummary(new Uint8Array(bytes)); }, function () {
        return { refused: "can't be read" };
      }).then(function (read) { if (mine === turn) put(name, read); });
    });
    out.addEventListener("click", function () {
      forget();
      say("The earlier summary is left out.");
      changed();
      input.focus();
    });

    return {
      forget: forget,
      // Sets beside a summary what moved since the earlier one, or says why that can't be.
      compare: function (summary) {
        if (!found) return;
        try {
          summary.since = kit.since(found.summary, summary);
          say("Compared with " + found.name + ": see “What moved” below.");
        } catch (error) {
          if (!error.refused) throw error;
          say(found.name + " can't be compared: " + error.refused + ".", true);
        }
      },
    };
  };
})(window.kit = window.kit || {});
