/* The figures of a summary as people say them: kit/results/wording.py in the browser. Nobody is to blame. */
(function (kit) {
  "use strict";

  function name(key, asked) {
    var found = asked.levels.filter(function (level) { return level.key === key; })[0];
    return kit.inner(found ? found.name : key);
  }

  var NUMBERS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

  // A distance between levels: "half a level", "one level", "two and a half levels".
  function distance(halfLevels) {
    var whole = Math.floor(Math.abs(halfLevels) / 2), half = halfLevels % 2 !== 0;
    if (!whole) return half ? "half a level" : "no distance";
    var number = NUMBERS[whole] || String(whole);
    return half ? number + " and a half levels" : number + (whole > 1 ? " levels" : " level");
  }

  function day(one) {
    return /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(one) ? kit.day(one) : kit.harmless(one);
  }

  kit.say = {
    level: name,
    // "asking", "between asking and sharing", "no answers".
    median: function (keys, asked) {
      if (!keys) return "no answers";
      return keys[0] === keys[1] ? name(keys[0], asked) : "between " + name(keys[0], asked) + " and " + name(keys[1], asked);
    },
    // "from fixing to sharing", "all at asking".
    spread: function (keys, asked) {
      if (!keys) return "no answers";
      return keys[0] === keys[1] ? "all at " + name(keys[0], asked) : "from " + name(keys[0], asked) + " to " + name(keys[1], asked);
    },
    distance: distance,
    // Which way a middle moved, named after the end of the scale, which is no better than the other.
    moved: function (halfLevels, asked) {
      if (!halfLevels) return "as before";
      return distance(halfLevels) + " towards " + kit.inner(asked.levels[halfLevels > 0 ? asked.levels.length - 1 : 0].name);
    },
    // "on 3 May 2026", "from 3 May 2026 to 4 June 2026"; nothing where no day is known.
    days: function (dates) {
      if (!dates || !dates.length) return "";
      var first = day(dates[0]), last = day(dates[dates.length - 1]);
      return first === last ? "on " + first : "from " + first + " to " + last;
    },
    role: function (key, asked) {
      var found = asked.roles.filter(function (role) { return role.key === key; })[0];
      return found ? found.name : "No role given";
    },
    group: function (one, asked) {
      var said = one.responses === null ? "not shown apart" : one.responses ? String(one.responses) : "nobody";
      return kit.say.role(one.role, asked) + ": " + said;
    },
    dontKnow: function (found) {
      return found.dont_know + " of " + (found.asked - found.does_not_apply) + " don't know";
    },
    mixed: function (one) {
      if (!one.everyone || !one.everyone.pairs) return "too few answers to compare";
      return one.everyone.far_pairs + " of " + one.everyone.pairs + " pairs of answers are two or more levels apart";
    },
    // A gap that is named, as something to ask each other about; nothing where it isn't.
    gap: function (found, roles, asked) {
      if (!found.named) return "";
      var sides = found.roles.map(function (key) {
        var median = roles.filter(function (role) { return role.role === key; })[0].median;
        return kit.say.role(key, asked) + " see " + kit.say.median(median, asked);
      });
      return sides[0] + ". " + sides[1] + ". Both have seen something: ask each other what.";
    },
  };
})(window.kit = window.kit || {});
