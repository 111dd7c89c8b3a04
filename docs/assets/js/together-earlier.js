/* An earlier summary, from a file that anyone may have written: kit.results.summary.read_summary in the browser.

   Nothing is trusted: the size is bounded, and every field is checked and built anew, as kit/model/summary.py has it. */
(function (kit) {
  "use strict";
  var LARGEST = 50000000;   // bytes
  var FORMAT = "fixers-to-facilitators/summary";

  function wrong(where, should) { return kit.refused("is not a summary: " + (where || "it") + ": " + should); }

  function has(value, name) { return Object.prototype.hasOwnProperty.call(value, name); }

  // Readers: each gives the value, or throws what is wrong with it.
  function typed(type, words) {
    return function (value, where) {
      if (typeof value !== type) throw wrong(where, "should be " + words);
      return value;
    };
  }

  function whole(least) {
    return function (value, where) {
      if (!Number.isSafeInteger(value) || value < least) throw wrong(where, "should be a whole number" + (least >= 0 ? " from " + least + " on" : ""));
      return value;
    };
  }

  function oneOf(values) {
    return function (value, where) {
      if (values.indexOf(value) < 0) throw wrong(where, "should be " + values.join(" or "));
      return value;
    };
  }

  function maybe(read) {
    return function (value, where) { return value === null ? null : read(value, where); };
  }

  function list(read, least, most) {
    return function (value, where) {
      if (!Array.isArray(value) || value.length < (least || 0) || value.length > (most || Infinity)) throw wrong(where, "should be a list" + (most ? " of " + most : least ? " of at least " + least : ""));
      return value.map(function (one, place) { return read(one, where + "." + place); });
    };
  }

  function isObject(value, where) {
    if (typeof value !== "object" || value === null || Array.isArray(value)) throw wrong(where, "should have fields with names");
  }

  function below(where, name) { return (where ? where + "." : "") + name.slice(0, 40); }

  function object(fields, lacking) {
    return function (value, where) {
      isObject(value, where);
      Object.keys(value).forEach(function (name) {
        if (!has(fields, name)) throw wrong(below(where, name), "there is no such field");
      });
      var made = {};
      Object.keys(fields).forEach(function (name) {
        if (has(value, name)) made[name] = fields[name](value[name], below(where, name));
        else if (lacking && has(lacking, name)) made[name] = lacking[name];
        else throw wrong(below(where, name), "is missing");
      });
      return made;
    };
  }

  function byName(read) {
    return function (value, where) {
      isObject(value, where);
      return Object.fromEntries(Object.keys(value).map(function (name) { return [name, read(value[name], below(where, name))]; }));
    };
  }

  var text = typed("string", "text"), flag = typed("boolean", "true or false");
  var integer = whole(-Number.MAX_SAFE_INTEGER), count = whole(0), texts = list(text);
  var keys = list(text, 2, 2), named = object({ key: text, name: text });
  var COUNTED = { asked: count, levels: byName(count), dont_know: count, does_not_apply: count, no_answer: count, spread: maybe(keys) };
  var pairs = maybe(object({ far: count, all: count }));
  var placed = list(object({ role: maybe(text), squares: list(object({ plans: text, delivers: text, responses: count })), incomplete: count, no_answer: count }));
  var statement = object({
    id: text, version: integer, section: text, name: text,
    everyone: maybe(object(Object.assign({ far_pairs: count, pairs: count }, COUNTED))),
    roles: list(object(Object.assign({ role: text, median: maybe(keys) }, COUNTED))),
    gaps: list(object({ roles: keys, half_levels: count, named: flag })),
    other_version: count, said: list(object({ kind: oneOf(["evidence", "notes"]), role: text, text: text })),
  });
  var moved = object({
    statement: text, how: oneOf(["compared", "another version", "new", "not shown"]), then: pairs, now: pairs,
    roles: list(object({ role: text, then: keys, now: keys, half_levels: integer })),
  });
  var summary = object({
    format: oneOf([FORMAT]), format_version: oneOf([1]),
    assessment: object({ id: text, version: integer, name: text, levels: list(named, 2), roles: list(named) }),
    smallest_group: whole(1), in_room: flag,
    read: list(object({ file: text, how: oneOf(["accepted", "accepted with warnings", "refused"]), why: texts })),
    responses: maybe(count), dates: maybe(texts),
    groups: list(object({ role: text, shown: flag, responses: maybe(count) })),
    statements: list(statement), mixed_first: texts, positions: maybe(object({ today: placed, wanted: placed })),
    priorities: list(object({ statement: text, why: oneOf(["mixed", "low"]), level: text, see: texts })),
    unknown: list(object({ statement: text, responses: count })),
    since: maybe(object({ assessment_version: integer, dates: maybe(texts), statements: list(moved), gone: texts, few_new: flag })),
  }, { format: FORMAT, format_version: 1, since: null });

  function parsed(bytes) {
    if (!bytes.length) throw kit.refused("is empty");
    if (bytes[0] === 0x50 && bytes[1] === 0x4b) throw kit.refused("is a workbook or a zip; choose the file summary.json");
    try {
      return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    } catch (error) {
      throw kit.refused("is not JSON: it may be cut off or changed");
    }
  }

  // Why a file of so many bytes isn't opened; nothing where it may be.
  kit.tooLarge = function (size) {
    return size > LARGEST ? "has " + size.toLocaleString("en-GB") + " bytes; a summary has at most " + LARGEST.toLocaleString("en-GB") : "";
  };

  // A file's bytes as {summary}, or as {refused: why}. Never throws.
  kit.readSummary = function (bytes) {
    try {
      if (kit.tooLarge(bytes.length)) throw kit.refused(kit.tooLarge(bytes.length));
      var value = parsed(bytes);
      if (value && value.format === kit.FORMAT) throw kit.refused("is one person's answers, not a summary; open it above");
      return { summary: summary(value, "") };
    } catch (error) {
      return { refused: error.refused || "can't be read" };
    }
  };
})(window.kit = window.kit || {});
