/* Files that anyone may have written, as responses: read, checked field by field, and put in the terms of a form.

   Nothing is trusted: each response is built anew from the fields that are known, and what is none is refused in a
   line. The same rules as kit/reading and kit/model/response.py. */
(function (kit) {
  "use strict";
  var LARGEST = 5000000;   // bytes of one file
  var MOST = 500;          // answers in one response
  var MOST_RESPONSES = 10000;   // in one file
  var APART = { "dont-know": "dont_know", "does-not-apply": "does_not_apply" };

  kit.FORMAT = "fixers-to-facilitators/response";

  // Why a file, or a response in it, can't be used: one line without a full stop.
  kit.refused = function (why) {
    var error = new Error(why);
    error.refused = why;
    return error;
  };

  // A value as the text of a file. Half a character becomes the sign for a lost one: other programs can't read it.
  kit.json = function (value) {
    function whole(key, one) {
      return typeof one === "string" ? new TextDecoder("utf-8", { ignoreBOM: true }).decode(new TextEncoder().encode(one)) : one;
    }
    return JSON.stringify(value, whole, 1) + "\n";
  };

  function isObject(value) { return typeof value === "object" && value !== null && !Array.isArray(value); }

  // A fresh object with the known fields of an untrusted one; `fields` maps each name to [reader, stand-in].
  function built(value, fields, where) {
    if (!isObject(value)) throw kit.refused("is not a response: " + (where || "it") + ": should be an object");
    Object.keys(value).forEach(function (name) {
      if (!Object.prototype.hasOwnProperty.call(fields, name)) throw kit.refused("is not a response: " + (where ? where + "." : "") + name.slice(0, 40) + ": no such field");
    });
    var made = {};
    Object.keys(fields).forEach(function (name) {
      var there = Object.prototype.hasOwnProperty.call(value, name);
      made[name] = fields[name](there ? value[name] : undefined, (where ? where + "." : "") + name);
    });
    return made;
  }

  function text(most, least) {
    return function (value, where) {
      if (value === undefined && !least) return "";
      var fits = typeof value === "string" && value.length >= (least || 0) && (value.length <= most || Array.from(value).length <= most);
      if (!fits) throw kit.refused("is not a response: " + where + ": should be text of at most " + most + " characters");
      return value;
    };
  }

  function version(value, where) {
    if (value === undefined) return 0;
    if (!Number.isInteger(value) || value < 0 || value > 1000000) throw kit.refused("is not a response: " + where + ": should be a whole number");
    return value;
  }

  function object(fields) {
    return function (value, where) { return built(value === undefined ? {} : value, fields, where); };
  }

  var SQUARE = { plans: text(200), delivers: text(200) };
  var ANSWER = { statement: text(100, 1), version: version, answer: text(200), evidence: text(10000), notes: text(10000) };
  var RESPONSE = {
    format: text(100), format_version: version, id: text(100), assessment: text(100, 1), assessment_version: version,
    role: text(200), team: text(200), date: text(200),
    answers: function (value, where) {
      if (value === undefined) return [];
      if (!Array.isArray(value) || value.length > MOST) throw kit.refused("is not a response: answers: should be a list of at most " + MOST);
      return value.map(function (one, place) { return built(one, ANSWER, where + "." + place); });
    },
    position: object({ today: object(SQUARE), wanted: object(SQUARE) }),
  };

  // One response from an untrusted value: {response, warnings}, or {refused: why}.
  kit.given = function (value) {
    try {
      if (!isObject(value)) throw kit.refused("is not a response: expected fields with names");
      if (value.format === "fixers-to-facilitators/summary") throw kit.refused("is a summary, not a response");
      if (value.format !== kit.FORMAT) throw kit.refused('is not a response: its "format" isn\'t "' + kit.FORMAT + '"');
      if (value.format_version !== 1) throw kit.refused("is of another format version; this reads version 1");
      return { response: built(value, RESPONSE, ""), warnings: [] };
    } catch (error) {
      if (!error.refused) throw error;
      return { refused: error.refused };
    }
  };

  function readJson(words) {
    var value;
    try {
      value = JSON.parse(words);
    } catch (error) {
      throw kit.refused("is not JSON: it may be cut off or changed");
    }
    return (Array.isArray(value) ? value : [value]).map(kit.given);
  }

  function decoded(bytes) {
    if (bytes[0] === 0x50 && bytes[1] === 0x4b) throw kit.refused("is a workbook or a zip, which this page can't open; type its answers in, or use the toolkit's summarise.py");
    if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
      return { words: new TextDecoder(bytes[0] === 0xff ? "utf-16le" : "utf-16be").decode(bytes), warnings: [] };
    }
    if (bytes.indexOf(0) >= 0) throw kit.refused("is not text");
    try {
      return { words: new TextDecoder("utf-8", { fatal: true }).decode(bytes), warnings: [] };
    } catch (error) {
      return { words: new TextDecoder("windows-1252").decode(bytes), warnings: ["is not UTF-8, and was read as Windows text; look at its accents"] };
    }
  }

  // Every response of a file's bytes: a list of {response, warnings} and {refused}. Never throws.
  kit.readFile = function (name, bytes) {
    try {
      if (!/\.(json|csv)$/i.test(name)) throw kit.refused("is neither .json nor .csv");
      if (!bytes.length) throw kit.refused("is empty");
      if (bytes.length > LARGEST) throw kit.refused("has " + bytes.length.toLocaleString("en-GB") + " bytes; at most " + LARGEST.toLocaleString("en-GB") + " are read");
      var found = decoded(bytes);
      var all = /\.json$/i.test(name) ? readJson(found.words) : kit.readCsv(found.words);
      if (all.length > MOST_RESPONSES) throw kit.refused("has " + all.length.toLocaleString("en-GB") + " responses; at most " + MOST_RESPONSES.toLocaleString("en-GB") + " are read");
      if (all[0] && !all[0].refused) all[0].warnings = found.warnings.concat(all[0].warnings);
      return all;
    } catch (error) {
      return [{ refused: error.refused || "can't be read" }];
    }
  };

  kit.LARGEST = LARGEST;

  function plainly(words) {
    return kit.strip(words.replace(/’/g, "'").replace(/\u00a0/g, " ").toLowerCase()).replace(/\s+/g, " ");
  }

  function slug(name) {
    return name.toLowerCase().replace(/['’]/g, "").replace(/[^\p{L}\p{N}_]+/gu, "-").replace(/^[-_]+|[-_]+$/g, "");
  }

  // Keys by every way to write them: the name, the name as a slug, the key itself, which wins.
  function lookup(pairs) {
    var found = new Map();
    pairs.forEach(function (pair) { found.set(slug(pair[1]), pair[0]); });
    pairs.forEach(function (pair) { found.set(plainly(pair[1]), pair[0]); });
    pairs.forEach(function (pair) { found.set(pair[0], pair[0]); });
    return found;
  }

  function date(words, say) {
    var found = /^(\d{4})-(\d\d)-(\d\d)/.exec(kit.strip(words));
    var day = found && new Date(found[0] + "T00:00:00Z");
    if (day && !isNaN(day) && day.toISOString().slice(0, 10) === found[0]) return found[0];
    if (kit.strip(words)) say("has a date that can't be read; write 2026-11-23", 0);
    return "";
  }

  // Gives a function that puts a response in the keys of one form; what it returns is {response, warnings} or
  // {refused}. Warnings name no answer and no role: they stand in a report in which some groups may not be seen.
  kit.settler = function (instrument, hands) {
    var apart = Object.keys(APART).map(function (key) { return [key, instrument[APART[key]]]; });
    var answers = lookup(apart.concat(instrument.levels.map(function (one) { return [one.key, one.name]; })));
    var roles = lookup(instrument.roles.map(function (one) { return [one.key, one.name]; }));
    instrument.roles.forEach(function (one) { if (one.says) roles.set(plainly(one.says), one.key); });
    var places = lookup(hands);
    var known = new Set(instrument.statements.map(function (item) { return item.id; }));

    function number(said, say) {
      var found = /^(\d{1,2})([.,]0+)?$/.exec(said);
      var level = found && instrument.levels[Number(found[1]) - 1];
      say(level ? "bare numbers, read as levels 1 to " + instrument.levels.length : "answers that the form doesn't offer, counted as none", 1);
      return level ? level.key : "";
    }

    function answer(one, say) {
      var name = one.statement.replace(/^statement\//, "");
      var said = plainly(one.answer);
      var key = answers.get(said) || "";
      if (!known.has(name)) key = one.answer;
      else if (said && !key) key = number(said, say);
      return { statement: name, version: one.version, answer: key, evidence: one.evidence, notes: one.notes };
    }

    function square(one, say) {
      function hand(said) {
        var key = places.get(plainly(said)) || "";
        if (kit.strip(said) && !key) say("places on the matrix that the form doesn't offer, left out", 1);
        return key;
      }
      return { plans: hand(one.plans), delivers: hand(one.delivers) };
    }

    return function (given) {
      var one = given.response;
      var seen = new Map();
      function say(words, count) { seen.set(words, (seen.get(words) || 0) + count); }
      var name = one.assessment.replace(/^assessment\//, "");
      if (name !== instrument.id) return { refused: "answers another assessment, '" + name.slice(0, 60) + "'" };
      var role = roles.get(plainly(one.role)) || "";
      if (kit.strip(one.role) && !role) say("has a role that the form doesn't offer; counted without a role", 0);
      var settled = {
        format: kit.FORMAT, format_version: 1, id: kit.strip(one.id), assessment: name, assessment_version: one.assessment_version, role: role,
        team: kit.strip(one.team), date: date(one.date, say),
        answers: one.answers.map(function (each) { return answer(each, say); }),
        position: { today: square(one.position.today, say), wanted: square(one.position.wanted, say) },
      };
      if (one.assessment_version && one.assessment_version !== instrument.version) {
        say("is from version " + one.assessment_version + " of the form; this is version " + instrument.version, 0);
      }
      var warnings = Array.from(seen).map(function (pair) { return pair[1] ? pair[0] + ": " + pair[1] : pair[0]; });
      return { response: settled, warnings: given.warnings.concat(warnings) };
    };
  };
})(window.kit = window.kit || {});
