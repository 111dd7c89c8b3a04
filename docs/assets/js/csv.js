/* Responses as the rows of a CSV, written and read as kit/results/cells.py and kit/reading/rows.py do.

   A cell that a spreadsheet would take for a formula gets an apostrophe before it, and loses it when it is read. */
(function (kit) {
  "use strict";
  var HEADER = ["response_id", "assessment", "assessment_version", "role", "team", "date", "statement", "version",
    "answer", "evidence", "notes"];
  var NEEDED = ["assessment", "statement", "answer"];
  var PLACES = ["position/today/plans", "position/today/delivers", "position/wanted/plans", "position/wanted/delivers"];
  var GUARDED = /^'*[=+\-@\t\r]/;
  var LONGEST = 40000;   // characters of a cell
  var MOST_ROWS = 200000;

  function guarded(text) { return GUARDED.test(text) ? "'" + text : text; }
  function unguarded(text) { return text[0] === "'" && GUARDED.test(text) ? text.slice(1) : text; }
  function quoted(cell) { return /[",\r\n]/.test(cell) ? '"' + cell.replace(/"/g, '""') + '"' : cell; }

  // Responses as CSV, one row an answer, with a byte order mark: without it Excel misreads accents.
  kit.toCsv = function (responses) {
    var rows = [HEADER];
    responses.forEach(function (one) {
      var head = [one.id, one.assessment, String(one.assessment_version || ""), one.role, one.team, one.date];
      one.answers.forEach(function (answer) {
        rows.push(head.concat([answer.statement, String(answer.version || ""), answer.answer, answer.evidence, answer.notes]));
      });
      PLACES.forEach(function (place) {
        var parts = place.split("/");
        var value = one.position[parts[1]][parts[2]];
        if (value) rows.push(head.concat([place, "", value, "", ""]));
      });
    });
    return "\ufeff" + rows.map(function (row) { return row.map(guarded).map(quoted).join(",") + "\r\n"; }).join("");
  };

  // The sign that the header has most of: spreadsheets write what their country does.
  function separator(text) {
    var head = text.split("\n", 1)[0].slice(0, 2000);
    return [",", ";", "\t"].reduce(function (best, sign) {
      return head.split(sign).length > head.split(best).length ? sign : best;
    });
  }

  // Every row of a text, as lists of cells. Throws Refused.
  function table(text) {
    var sign = separator(text);
    var rows = [], row = [], at = 0;
    function end(cell) {
      if (cell.length > LONGEST) throw kit.refused("has a cell of more than " + LONGEST.toLocaleString("en-GB") + " characters");
      row.push(cell);
    }
    function line() {
      rows.push(row);
      row = [];
      if (rows.length > MOST_ROWS) throw kit.refused("has more than " + MOST_ROWS.toLocaleString("en-GB") + " rows");
    }
    var plain = new RegExp("[" + (sign === "\t" ? "\\t" : sign) + "\\r\\n]", "g");
    while (at < text.length) {
      if (text[at] === '"') {
        var cell = "";
        for (;;) {
          var close = text.indexOf('"', at + 1);
          if (close < 0) throw kit.refused("can't be read as CSV: a quotation mark is never closed");
          cell += text.slice(at + 1, close);
          at = close + 1;
          if (text[at] !== '"') break;
          cell += '"';
        }
        if (at < text.length && [sign, "\r", "\n"].indexOf(text[at]) < 0) throw kit.refused("can't be read as CSV: something stands after a closing quotation mark");
        end(cell);
      } else {
        plain.lastIndex = at;
        var found = plain.exec(text);
        var stop = found ? found.index : text.length;
        end(text.slice(at, stop));
        at = stop;
      }
      if (at >= text.length) break;
      if (text[at] === sign) {
        at += 1;
        if (at === text.length) end("");
      } else {
        at += text[at] === "\r" && text[at + 1] === "\n" ? 2 : 1;
        line();
      }
    }
    if (row.length) line();
    return rows;
  }

  function columns(header) {
    var names = header.map(function (name) { return kit.strip(name).replace(/^\ufeff+/, "").toLowerCase(); });
    NEEDED.forEach(function (name) {
      if (names.indexOf(name) < 0) throw kit.refused("line 1: has no column '" + name + "'; expected " + NEEDED.join(", ") + " and what the form writes");
    });
    return HEADER.map(function (name) { return names.indexOf(name); });
  }

  // A version; what isn't one was not said.
  function number(text) {
    var cut = kit.strip(text).replace(/\.0$/, "");
    return /^[0-9]{1,6}$/.test(cut) ? Number(cut) : 0;
  }

  function response(name, held) {
    var position = { today: { plans: "", delivers: "" }, wanted: { plans: "", delivers: "" } };
    var answers = [];
    var placed = new Set();
    held.rows.forEach(function (row) {
      if (PLACES.indexOf(row[0]) < 0) {
        answers.push({ statement: row[0], version: number(row[1]), answer: row[2], evidence: row[3], notes: row[4] });
      } else if (!placed.has(row[0])) {
        var parts = row[0].split("/");
        position[parts[1]][parts[2]] = row[2];
        placed.add(row[0]);
      }
    });
    var head = held.head;
    return kit.given({
      format: kit.FORMAT, format_version: 1, id: name, assessment: kit.strip(head[0]), assessment_version: number(head[1]),
      role: kit.strip(head[2]), team: kit.strip(head[3]), date: kit.strip(head[4]), answers: answers, position: position,
    });
  }

  // Every response of a text; rows of the same id belong together wherever they stand. Without an id, a response
  // ends where its role, team or date changes or a statement comes again. Throws Refused.
  kit.readCsv = function (text) {
    var rows = table(text);
    var places = columns(rows.shift() || []);
    var byId = new Map();
    var nameless = [];
    var asked = new Set();
    var without = 0, otherwise = 0;
    rows.forEach(function (row) {
      if (!row.some(kit.strip)) return;
      var value = places.map(function (place) { return place >= 0 && place < row.length ? unguarded(row[place]) : ""; });
      var name = kit.strip(value[0]), head = value.slice(1, 6), rest = value.slice(6);
      rest = rest.slice(0, 3).map(kit.strip).concat(rest.slice(3));
      if (!rest[0]) return void (without += 1);
      var mark = JSON.stringify(head);
      var held = name ? byId.get(name) : nameless[nameless.length - 1];
      if (!held || (!name && (held.mark !== mark || asked.has(rest[0])))) {
        held = { name: name, head: head, mark: mark, rows: [] };
        if (name) byId.set(name, held);
        else { nameless.push(held); asked.clear(); }
      }
      if (name && held.mark !== mark) otherwise += 1;
      if (!name) asked.add(rest[0]);
      held.rows.push(rest);
    });
    var all = Array.from(byId.values()).concat(nameless);
    if (!all.length) throw kit.refused("has a header and no answers");
    var found = all.map(function (held) { return response(held.name, held); });
    var first = found.filter(function (one) { return !one.refused; })[0];
    if (first && without) first.warnings.push("rows without a statement, left out: " + without);
    if (first && otherwise) first.warnings.push("rows that say otherwise of their response than its first row, which is kept: " + otherwise);
    return found;
  };
})(window.kit = window.kit || {});
