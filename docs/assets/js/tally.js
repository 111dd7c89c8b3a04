/* Responses counted as they come in, one at a time: the same rules as kit/results/tally.py, in the browser.

   What a response holds was written by somebody else. Its words are keys of Maps, never names of fields. */
(function (kit) {
  "use strict";
  var HANDS = ["professionals", "together", "community"];
  var UNKNOWN_KEPT = 100;   // statements that we don't know, of which the names are kept
  var SPACE = "[\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]+";
  var ENDS = new RegExp("^" + SPACE + "|" + SPACE + "$", "g");

  // A text without the spaces at its ends.
  kit.strip = function (text) { return text.replace(ENDS, ""); };

  function add(map, key, number) { map.set(key, (map.get(key) || 0) + number); }

  kit.counted = function (map, key) { return map.get(key) || 0; };

  function cell(levels) {
    return { levels: levels.map(function () { return 0; }), dontKnow: 0, doesNotApply: 0, noAnswer: 0, people: 0 };
  }

  // instrument: {id, version, name, levels: [{key, name}], roles: [{key, name}], position,
  // statements: [{id, version, section, name, see: [[reference]] by level, or none}]}.
  kit.tally = function (instrument) {
    return {
      instrument: instrument, roles: instrument.roles.map(function (role) { return role.key; }).concat([""]),
      places: new Map(instrument.levels.map(function (level, place) { return [level.key, place]; })),
      responses: new Map(), people: new Map(), cells: new Map(), said: new Map(), squares: new Map(),
      otherVersion: new Map(), unknown: new Map(), dates: [], ids: new Map(), named: new Map(), nameless: new Map(),
    };
  };

  // How a group answered a statement.
  kit.cell = function (tally, role, statement) {
    var key = JSON.stringify([role, statement]);
    if (!tally.cells.has(key)) tally.cells.set(key, cell(tally.instrument.levels));
    return tally.cells.get(key);
  };

  kit.whole = cell;

  // Whether nothing at all was answered or written.
  kit.blank = function (response) {
    var squares = [response.position.today, response.position.wanted];
    return !response.answers.some(function (one) { return one.answer || one.evidence || one.notes; }) &&
      !squares.some(function (square) { return square.plans || square.delivers; });
  };

  // Whether an answer is to the statement as it is now; where it says no version, the form's decides.
  kit.present = function (answer, item, response, instrument) {
    if (answer.version) return answer.version === item.version;
    return response.assessment_version === 0 || response.assessment_version === instrument.version;
  };

  function count(tally, found, answer, fresh) {
    var chosen = answer ? answer.answer : "";
    found.people += fresh;
    if (tally.places.has(chosen)) found.levels[tally.places.get(chosen)] += 1;
    else if (chosen === "dont-know") found.dontKnow += 1;
    else if (chosen === "does-not-apply") found.doesNotApply += 1;
    else found.noAnswer += 1;
  }

  function text(tally, role, statement, answer) {
    ["evidence", "notes"].forEach(function (kind) {
      var words = kit.strip(answer[kind]);
      if (!words) return;
      if (!tally.said.has(statement)) tally.said.set(statement, []);
      tally.said.get(statement).push({ kind: kind, role: role, text: words });
    });
  }

  function some(names) {
    var shown = names.slice(0, 3).map(function (name) { return "'" + Array.from(name).slice(0, 40).join("") + "'"; }).join(", ");
    return names.length > 3 ? shown + " and " + (names.length - 3) + " more" : shown;
  }

  function answers(tally, role, response, fresh) {
    var given = new Map();
    var twice = new Set();
    var unknown = [];
    var other = 0;
    response.answers.forEach(function (answer) {
      if (given.has(answer.statement)) twice.add(answer.statement);
      else given.set(answer.statement, answer);
    });
    tally.instrument.statements.forEach(function (item) {
      var found = given.get(item.id);
      given.delete(item.id);
      if (found && !kit.present(found, item, response, tally.instrument)) {
        add(tally.otherVersion, item.id, 1);
        other += 1;
        return;
      }
      count(tally, kit.cell(tally, role, item.id), found, fresh);
      if (found) text(tally, role, item.id, found);
    });
    given.forEach(function (answer, name) {
      if (!(answer.answer || answer.evidence || answer.notes)) return;
      unknown.push(name);
      if (tally.unknown.has(name) || tally.unknown.size < UNKNOWN_KEPT) add(tally.unknown, name, 1);
    });
    var notes = [];
    if (twice.size) notes.push("answers " + some(Array.from(twice).sort()) + " more than once; the first answer is kept");
    if (unknown.length) notes.push("answers " + some(unknown) + ", which this assessment doesn't ask");
    if (other) notes.push("answers another version of " + other + " statement" + (other > 1 ? "s" : "") + "; not mixed with this one");
    return notes;
  }

  function place(tally, role, response) {
    if (!tally.instrument.position) return;
    ["today", "wanted"].forEach(function (when) {
      var square = response.position[when];
      var key = JSON.stringify([role, when]);
      var pair = [square.plans, square.delivers].map(function (hand) { return HANDS.indexOf(hand) < 0 ? "" : hand; });
      if (!tally.squares.has(key)) tally.squares.set(key, new Map());
      add(tally.squares.get(key), pair.join("/"), 1);
    });
  }

  // What to say if the same response came in before; and remember this one. Different ids tell responses apart
  // even where the answers are the same, as short forms' often are.
  function copyOf(tally, response, file) {
    var given = response.answers.map(function (one) {
      return JSON.stringify([one.statement, one.answer, one.evidence, one.notes]);
    }).sort();
    var today = response.position.today;
    var wanted = response.position.wanted;
    var mark = JSON.stringify([response.role, given, today.plans, today.delivers, wanted.plans, wanted.delivers]);
    var where = file ? " in " + file : "";
    var sameId, same;
    function keep(map, key) { if (!map.has(key)) map.set(key, where); }
    if (response.id) {
      sameId = tally.ids.get(response.id);
      same = tally.nameless.get(mark);
      keep(tally.ids, response.id);
      keep(tally.named, mark);
    } else {
      same = tally.nameless.has(mark) ? tally.nameless.get(mark) : tally.named.get(mark);
      keep(tally.nameless, mark);
    }
    function earlier(first) { return first === where ? "" : first; }
    if (sameId !== undefined) return "has the id of an earlier response" + earlier(sameId) + "; both are kept";
    if (same !== undefined) return "has the same answers as an earlier response" + earlier(same) + "; both are kept";
    return "";
  }

  // Count a response; gives what is to be said about it, a line each. One that is empty is not counted.
  kit.add = function (tally, response, file) {
    if (kit.blank(response)) return ["holds no answers, and isn't counted"];
    var role = tally.roles.indexOf(response.role) < 0 ? "" : response.role;
    var copy = copyOf(tally, response, file);
    var fresh = copy ? 0 : 1;
    add(tally.responses, role, 1);
    add(tally.people, role, fresh);
    if (response.date) {
      var dates = tally.dates.concat([response.date]).sort();
      tally.dates = [dates[0], dates[dates.length - 1]];
    }
    var notes = answers(tally, role, response, fresh);
    place(tally, role, response);
    return (copy ? [copy] : []).concat(notes);
  };

  kit.HANDS = HANDS;
})(window.kit = window.kit || {});
