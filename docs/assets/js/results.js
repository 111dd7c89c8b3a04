/* From responses to a summary: kit/results in the browser, pure functions. The same test vectors prove both.

   Every definition stands in kit/results; here is only how a browser works it out. Levels are places, 0 the lowest. */
(function (kit) {
  "use strict";
  var APART = 2;   // levels between two answers that make them a mixed pair, and between medians that make a gap
  var MIXED = 3, LOW = 3;   // statements of each sort among the priorities

  function sum(numbers) { return numbers.reduce(function (a, b) { return a + b; }, 0); }

  function nth(counts, place) {
    for (var level = 0; level < counts.length; level++) {
      place -= counts[level];
      if (place < 0) return level;
    }
    return null;
  }

  // The two answers in the middle, as places of levels; null if nobody chose a level.
  function median(counts) {
    var total = sum(counts);
    return total ? [nth(counts, Math.floor((total - 1) / 2)), nth(counts, Math.floor(total / 2))] : null;
  }

  function spread(counts) {
    var chosen = counts.map(function (n, level) { return n ? level : -1; }).filter(function (level) { return level >= 0; });
    return chosen.length ? [chosen[0], chosen[chosen.length - 1]] : null;
  }

  // How many pairs of answers are two or more levels apart, of how many.
  function pairs(counts) {
    var total = sum(counts);
    var far = sum(counts.map(function (n, level) { return n * sum(counts.slice(level + APART)); }));
    return { far: far, all: total * (total - 1) / 2 };
  }

  function halves(found) { return found[0] + found[1]; }

  // The groups to hide; null where all of them together are too few. `sizes` is a list of [role, size] in order.
  function hidden(sizes, smallest, already) {
    var there = sizes.filter(function (one) { return one[1]; });
    if (sum(there.map(function (one) { return one[1]; })) < smallest) return null;
    var found = there.filter(function (one) { return one[1] < smallest || already.has(one[0]); });
    var rest = there.filter(function (one) { return found.indexOf(one) < 0; }).reverse();
    rest.sort(function (a, b) { return a[1] - b[1]; }); // stable: of equal ones, the later first
    function together() { return sum(found.map(function (one) { return one[1]; })); }
    while (found.length && rest.length && together() < smallest) found.push(rest.shift());
    return new Set(found.map(function (one) { return one[0]; }));
  }

  function keys(found, instrument) {
    return found && found.map(function (level) { return instrument.levels[level].key; });
  }

  function asked(cell) { return sum(cell.levels) + cell.dontKnow + cell.doesNotApply + cell.noAnswer; }

  function counts(cell, instrument) {
    var levels = {};
    instrument.levels.forEach(function (level, place) { levels[level.key] = cell.levels[place]; });
    return {
      asked: asked(cell), levels: levels, dont_know: cell.dontKnow, does_not_apply: cell.doesNotApply,
      no_answer: cell.noAnswer, spread: keys(spread(cell.levels), instrument),
    };
  }

  function everyone(cells, instrument) {
    var whole = kit.whole(instrument.levels);
    cells.forEach(function (cell) {
      cell.levels.forEach(function (n, level) { whole.levels[level] += n; });
      whole.dontKnow += cell.dontKnow;
      whole.doesNotApply += cell.doesNotApply;
      whole.noAnswer += cell.noAnswer;
    });
    var mixed = pairs(whole.levels);
    return Object.assign(counts(whole, instrument), { far_pairs: mixed.far, pairs: mixed.all });
  }

  // The distance between each two roles' medians. Those who gave no role are no side of a gap.
  function gaps(medians) {
    var sides = medians.filter(function (one) { return one[0] !== ""; });
    var found = [];
    sides.forEach(function (one, place) {
      sides.slice(place + 1).forEach(function (other) {
        var apart = Math.abs(halves(one[1]) - halves(other[1]));
        found.push({ roles: [one[0], other[0]], half_levels: apart, named: apart >= 2 * APART });
      });
    });
    return found;
  }

  function before(a, b) { return a < b ? -1 : a > b ? 1 : 0; }

  // What people wrote, in an order that says nothing of who wrote when: by its letters.
  function said(tally, item, seen) {
    return (tally.said.get(item.id) || []).map(function (one) {
      return { kind: one.kind, role: seen.has(one.role) ? one.role : "", text: one.text };
    }).sort(function (a, b) { return before(a.text, b.text) || before(a.kind, b.kind) || before(a.role, b.role); });
  }

  function statement(tally, item, smallest, already) {
    var instrument = tally.instrument;
    var cells = tally.roles.map(function (role) { return [role, kit.cell(tally, role, item.id)]; });
    var hide = hidden(cells.map(function (one) { return [one[0], one[1].people]; }), smallest, already);
    var seen = hide === null ? [] : cells.filter(function (one) {
      return one[1].people && !hide.has(one[0]) && !already.has(one[0]);
    });
    var medians = seen.map(function (one) { return [one[0], median(one[1].levels)]; });
    return {
      id: item.id, version: item.version, section: item.section, name: item.name,
      everyone: hide === null ? null : everyone(cells.map(function (one) { return one[1]; }), instrument),
      roles: seen.map(function (one) {
        var middle = keys(median(one[1].levels), instrument);
        return Object.assign(counts(one[1], instrument), { role: one[0], median: middle });
      }),
      gaps: gaps(medians.filter(function (one) { return one[1]; })),
      other_version: kit.counted(tally.otherVersion, item.id),
      said: hide === null ? [] : said(tally, item, new Set(seen.map(function (one) { return one[0]; }))),
    };
  }

  // Compares two statements' mixed shares, exactly; one without any is below all others.
  function byShare(one, other) {
    var a = one.everyone, b = other.everyone;
    var known = [a && a.pairs ? 1 : 0, b && b.pairs ? 1 : 0];
    if (!(known[0] && known[1])) return known[0] - known[1];
    return a.far_pairs * b.pairs - b.far_pairs * a.pairs;
  }

  function widest(one) { return one.gaps.reduce(function (most, gap) { return Math.max(most, gap.half_levels); }, 0); }

  function mixedFirst(statements) {
    return statements.slice().sort(function (a, b) { return byShare(b, a) || widest(b) - widest(a); });
  }

  // The medians of the roles shown; where none is, that of all answers, which only decides where to begin.
  function medians(one, instrument) {
    var order = instrument.levels.map(function (level) { return level.key; });
    var found = one.roles.filter(function (role) { return role.median; }).map(function (role) {
      return role.median.map(function (key) { return order.indexOf(key); });
    });
    if (found.length || !one.everyone) return found;
    var whole = median(order.map(function (key) { return one.everyone.levels[key]; }));
    return whole ? [whole] : [];
  }

  function room(one, instrument) {
    var found = medians(one, instrument).map(halves);
    var least = Math.min.apply(null, found);
    return found.length > 0 && Math.max.apply(null, found) - least < 2 * APART && least < 2 * (instrument.levels.length - 1);
  }

  function byRanks(one, other) {
    for (var place = 0; place < Math.min(one.length, other.length); place++) {
      if (one[place] !== other[place]) return one[place] - other[place];
    }
    return one.length - other.length;
  }

  function priorities(statements, instrument) {
    function ranks(one) { return medians(one, instrument).map(halves).sort(function (a, b) { return b - a; }); }
    function made(why) {
      return function (one) {
        var level = Math.min.apply(null, medians(one, instrument).map(function (found) { return found[0]; }));
        var item = instrument.statements.filter(function (asked) { return asked.id === one.id; })[0];
        var see = item.see && item.see.length ? item.see[level] : [];
        return { statement: one.id, why: why, level: instrument.levels[level].key, see: see.slice() };
      };
    }
    var mixed = mixedFirst(statements).filter(function (one) { return one.everyone && one.everyone.far_pairs > 0; }).slice(0, MIXED);
    var agreed = statements.filter(function (one) { return mixed.indexOf(one) < 0 && room(one, instrument); });
    agreed.sort(function (a, b) { return byRanks(ranks(a), ranks(b)) || byShare(a, b); });
    return mixed.map(made("mixed")).concat(agreed.slice(0, LOW).map(made("low")));
  }

  function placed(role, found) {
    var squares = [];
    kit.HANDS.forEach(function (delivers) {
      kit.HANDS.forEach(function (plans) {
        var responses = kit.counted(found, plans + "/" + delivers);
        if (responses) squares.push({ plans: plans, delivers: delivers, responses: responses });
      });
    });
    var nothing = kit.counted(found, "/");
    var whole = sum(squares.map(function (one) { return one.responses; }));
    return { role: role, squares: squares, incomplete: sum(Array.from(found.values())) - nothing - whole, no_answer: nothing };
  }

  function positions(tally, shown) {
    if (!tally.instrument.position) return null;
    function by(when) {
      var whole = new Map();
      function of(role) { return tally.squares.get(JSON.stringify([role, when])) || new Map(); }
      tally.roles.forEach(function (role) {
        of(role).forEach(function (n, pair) { whole.set(pair, kit.counted(whole, pair) + n); });
      });
      return [placed(null, whole)].concat(shown.map(function (role) { return placed(role, of(role)); }));
    }
    return { today: by("today"), wanted: by("wanted") };
  }

  function named(list) { return list.map(function (one) { return { key: one.key, name: one.name }; }); }

  // By code points, as Python sorts.
  function byLetters(a, b) {
    var one = Array.from(a), other = Array.from(b);
    for (var place = 0; place < Math.min(one.length, other.length); place++) {
      if (one[place] !== other[place]) return one[place].codePointAt(0) - other[place].codePointAt(0);
    }
    return one.length - other.length;
  }

  // What may be shown of a tally, as `summary.json` has it. options: {smallest_group, in_room, read, since}.
  kit.summaryOf = function (tally, options) {
    var instrument = tally.instrument;
    var smallest = options.smallest_group;
    var sizes = tally.roles.map(function (role) { return [role, kit.counted(tally.people, role)]; });
    var hide = hidden(sizes, smallest, new Set());
    var none = hide === null;
    var statements = none ? [] : instrument.statements.map(function (item) { return statement(tally, item, smallest, hide); });
    var shown = none ? [] : tally.roles.filter(function (role) { return kit.counted(tally.people, role) && !hide.has(role); });
    var made = {
      format: "fixers-to-facilitators/summary", format_version: 1,
      assessment: { id: instrument.id, version: instrument.version, name: instrument.name, levels: named(instrument.levels), roles: named(instrument.roles) },
      smallest_group: smallest, in_room: options.in_room, read: options.read || [],
      responses: none ? null : sum(Array.from(tally.responses.values())),
      dates: none || !tally.dates.length ? null : tally.dates,
      groups: none ? [] : tally.roles.map(function (role) {
        return { role: role, shown: !hide.has(role), responses: hide.has(role) ? null : kit.counted(tally.responses, role) };
      }),
      statements: statements, mixed_first: mixedFirst(statements).map(function (one) { return one.id; }),
      positions: none ? null : positions(tally, shown), priorities: priorities(statements, instrument),
      unknown: none ? [] : Array.from(tally.unknown.keys()).sort(byLetters).map(function (name) {
        return { statement: name, responses: tally.unknown.get(name) };
      }),
      since: null,
    };
    if (options.since) made.since = kit.since(options.since, made);
    return made;
  };

  // Responses straight to a summary.
  kit.summarise = function (responses, instrument, options) {
    var tally = kit.tally(instrument);
    responses.forEach(function (one) { kit.add(tally, one, ""); });
    return kit.summaryOf(tally, options);
  };
})(window.kit = window.kit || {});
