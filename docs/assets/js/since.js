/* What moved since an earlier summary, by what both of them show: kit/results/since.py in the browser. */
(function (kit) {
  "use strict";

  function role(then, now, places) {
    var known = then.median && now.median && then.median.every(function (key) { return places.has(key); });
    if (!known) return null;
    function halves(keys) { return places.get(keys[0]) + places.get(keys[1]); }
    return { role: now.role, then: then.median, now: now.median, half_levels: halves(now.median) - halves(then.median) };
  }

  function pairs(everyone) { return { far: everyone.far_pairs, all: everyone.pairs }; }

  function moved(then, now, places) {
    var found = { statement: now.id, how: "compared", then: null, now: null, roles: [] };
    if (!then) found.how = "new";
    else if (then.version !== now.version) found.how = "another version";
    else if (!then.everyone || !now.everyone) found.how = "not shown";
    else {
      var before = new Map(then.roles.map(function (one) { return [one.role, one]; }));
      found.then = pairs(then.everyone);
      found.now = pairs(now.everyone);
      found.roles = now.roles.filter(function (one) { return before.has(one.role); }).map(function (one) {
        return role(before.get(one.role), one, places);
      }).filter(Boolean);
    }
    return found;
  }

  // An earlier summary against this one. Throws `kit.refused` where they are summaries of different things.
  kit.since = function (earlier, now) {
    var places = new Map(now.assessment.levels.map(function (level, place) { return [level.key, place]; }));
    function keys(summary) { return summary.assessment.levels.map(function (level) { return level.key; }).join("/"); }
    if (earlier.assessment.id !== now.assessment.id) throw kit.refused("it is a summary of '" + earlier.assessment.id.slice(0, 60) + "', and this one is of '" + now.assessment.id + "'");
    if (keys(earlier) !== keys(now)) throw kit.refused("it has other levels");
    var then = new Map(earlier.statements.map(function (one) { return [one.id, one]; }));
    var asked = new Set(now.statements.map(function (one) { return one.id; }));
    var apart = Math.abs((now.responses || 0) - (earlier.responses || 0));
    var fewest = Math.min(earlier.smallest_group, now.smallest_group);
    return {
      assessment_version: earlier.assessment.version, dates: earlier.dates,
      statements: now.statements.map(function (one) { return moved(then.get(one.id), one, places); }),
      gone: now.statements.length ? Array.from(then.keys()).filter(function (id) { return !asked.has(id); }) : [],
      few_new: Boolean(earlier.responses && now.responses) && apart > 0 && apart < fewest,
    };
  };
})(window.kit = window.kit || {});
