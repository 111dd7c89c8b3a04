/* Plan a workshop: the rules, and nothing but the rules. A pure function of the activities and a wish.

   In the order of a day: agreeing how we work together comes first, promises last. A pause at least every RUN
   minutes, in even stretches. One activity for each purpose before a second for any. Each in full where that fits,
   else in its shorter version. What is left out is said with its reason. */
(function (kit) {
  "use strict";
  var RUN = 90;            // minutes without a break, at most
  var MOST = 50;           // minutes of one activity, at most
  var BREAK = 15;
  var LONG = 240;          // a longer session has a lunch
  var LUNCH = 45;
  var EACH = 2;            // activities for one purpose, at most
  var FIRST = ["understand", "change", "notice", "question", "commit", "begin"]; // what time is given to first

  function sum(numbers) { return numbers.reduce(function (a, b) { return a + b; }, 0); }

  // Why an activity can't be in a session at all; nothing where it can.
  function refusal(one, wish) {
    if (one.audiences.indexOf(wish.audience) < 0) return { kind: "audience", words: "Not for these people: our own sessions for them do without it, and others use it." };
    if (wish.people < one.fewest) return { kind: "few", words: "It needs at least " + one.fewest + " people." };
    if (wish.people > one.most) return { kind: "many", words: "It works with " + one.most + " people at most. Its page says what to do with more." };
    if (Math.min(one.shorter, one.minutes) > wish.minutes) return { kind: "long", words: "It is too long: even its shorter version takes " + one.shorter + " minutes." };
    return null;
  }

  // What a stretch without a break costs: more than twice as much if it is twice as long, so that even ones are best.
  function cost(minutes) { var whole = sum(minutes); return whole <= RUN ? whole * whole : Infinity; }

  // The best way to cut minutes into `cuts + 1` stretches, from a place on: before which to cut, and what it costs.
  function cut(minutes, cuts, from) {
    if (!cuts) return { places: [], cost: cost(minutes.slice(from)) };
    var best = { places: [], cost: Infinity };
    for (var place = from + 1; place < minutes.length; place++) {
      var rest = cut(minutes, cuts - 1, place);
      var whole = cost(minutes.slice(from, place)) + rest.cost;
      if (whole < best.cost) best = { places: [place].concat(rest.places), cost: whole };
    }
    return best;
  }

  // Where the breaks go: before which of some activities, as few as keep every stretch within RUN.
  function breaks(minutes) {
    for (var cuts = 0; cuts < minutes.length; cuts++) {
      var found = cut(minutes, cuts, 0);
      if (found.cost < Infinity) return found.places;
    }
    return [];
  }

  // The place of an activity in the day.
  function rank(one, data, early) {
    if (one.id === data.opening) return -2;
    if (one.id === data.closing) return data.aims.length;
    return early.indexOf(one.id) < 0 ? data.aims.indexOf(one.aim) : -1;
  }

  // Chosen activities in order, with breaks between and a start for each.
  function laidOut(chosen, data, early) {
    var order = chosen.slice().sort(function (a, b) { return rank(a.one, data, early) - rank(b.one, data, early); });
    var minutes = order.map(function (pick) { return pick.minutes; });
    var places = breaks(minutes);
    var lunch = -1;
    if (sum(minutes) + places.length * BREAK > LONG) {
      var half = sum(minutes) / 2;
      lunch = places.slice().sort(function (a, b) {
        return Math.abs(sum(minutes.slice(0, a)) - half) - Math.abs(sum(minutes.slice(0, b)) - half);
      })[0];
    }
    var parts = [];
    var at = 0;
    function add(part) { part.start = at; at += part.minutes; parts.push(part); }
    order.forEach(function (pick, place) {
      if (places.indexOf(place) >= 0) {
        add(place === lunch ? { kind: "break", name: "Lunch", minutes: LUNCH } : { kind: "break", name: "Break", minutes: BREAK });
      }
      add({ kind: "activity", id: pick.one.id, name: pick.one.name, minutes: pick.minutes, shorter: pick.shorter });
    });
    return { parts: parts, minutes: at };
  }

  function full(one) { return { one: one, minutes: one.minutes, shorter: false }; }
  function less(one) { return { one: one, minutes: one.shorter, shorter: true }; }

  // The best of an aim's activities that fits: in full if any does, else shorter where that is allowed.
  function best(found, chosen, fits, shorter) {
    var makers = shorter ? [full, less] : [full];
    for (var way = 0; way < makers.length; way++) {
      for (var place = 0; place < found.length; place++) {
        var pick = makers[way](found[place]);
        if (pick.minutes <= MOST && fits(chosen.concat([pick]))) return pick;
      }
    }
    return null;
  }

  // More and more activities, as long as they fit: first what looks back, then for each aim what sessions for these
  // people use, then for each aim whatever there is, then a second one each.
  function fill(base, able, audience, data, early, fits) {
    var chosen = base.slice();
    function take(found, shorter) {
      var held = chosen.map(function (pick) { return pick.one; });
      var pick = best(found.filter(function (one) { return held.indexOf(one) < 0; }), chosen, fits, shorter);
      if (pick) chosen.push(pick);
    }
    function covered(aim) {
      return chosen.filter(function (pick) {
        return pick.one.aim === aim && able.indexOf(pick.one) >= 0 && early.indexOf(pick.one.id) < 0;
      }).length;
    }
    early.forEach(function (id) { take(able.filter(function (one) { return one.id === id; }), true); });
    FIRST.forEach(function (aim) {
      take(able.filter(function (one) { return one.aim === aim && one.uses[audience] && !covered(aim); }), false);
    });
    for (var round = 0; round < EACH; round++) {
      FIRST.forEach(function (aim) {
        if (covered(aim) <= round) take(able.filter(function (one) { return one.aim === aim; }), round === 0);
      });
    }
    return chosen;
  }

  // In place of shorter versions the full ones, in the order of the day, as long as they fit.
  function lengthen(chosen, data, early, fits) {
    chosen.sort(function (a, b) { return rank(a.one, data, early) - rank(b.one, data, early); });
    chosen.forEach(function (pick, place) {
      var longer = full(pick.one);
      if (pick.shorter && longer.minutes <= MOST && fits(chosen.map(function (other, at) { return at === place ? longer : other; }))) {
        chosen[place] = longer;
      }
    });
    return chosen;
  }

  function why(one, chosen, spare) {
    var same = chosen.filter(function (pick) { return pick.one.aim === one.aim; })[0];
    if (same) return { kind: "covered", words: "Already covered by “" + same.one.name + "”." };
    return { kind: "long", words: "Too long for what is left: it takes at least " + one.shorter + " minutes, and " + spare + " are free." };
  }

  /* data: {aims, opening, closing, audiences: {id: {name, early}}, activities: [{id, name, aim, minutes, shorter,
     fewest, most, audiences, uses, others, own}]}. wish: {minutes, people, audience, sector ("" for any)}.
     Gives {parts: [{kind, name, start, minutes, id, shorter}], minutes, spare, left: [{id, kind, words}]}. */
  kit.plan = function (data, wish) {
    var audience = data.audiences[wish.audience];
    var early = audience.early;
    var refused = {};
    data.activities.forEach(function (one) { refused[one.id] = refusal(one, wish); });
    var able = data.activities.filter(function (one) { return !refused[one.id]; });
    // First what has the field's own questions, then what sessions for these people use, last what only others use.
    function worth(one) {
      return (one.own.indexOf(wish.sector) < 0 ? 0 : 1000) + 10 * one.uses[wish.audience] - one.others[wish.audience];
    }
    able.sort(function (a, b) { return worth(b) - worth(a); }); // a stable sort keeps the records' order
    function fits(chosen) { return laidOut(chosen, data, early).minutes <= wish.minutes; }
    function named(id, make) { return able.filter(function (one) { return one.id === id; }).map(make); }

    var bases = [
      named(data.opening, full).concat(named(data.closing, full)),
      named(data.opening, less).concat(named(data.closing, less)),
      named(data.opening, less), [],
    ].filter(fits);
    var rest = able.filter(function (one) { return one.id !== data.opening && one.id !== data.closing; });
    var tries = bases.map(function (base) { return { base: base, chosen: fill(base, rest, wish.audience, data, early, fits) }; });
    var fuller = tries.filter(function (one) { return one.chosen.length > one.base.length; });
    var chosen = lengthen((fuller[0] || tries[0]).chosen, data, early, fits);

    var plan = laidOut(chosen, data, early);
    plan.spare = wish.minutes - plan.minutes;
    var held = chosen.map(function (pick) { return pick.one.id; });
    plan.left = data.activities.filter(function (one) { return held.indexOf(one.id) < 0; }).map(function (one) {
      var reason = refused[one.id] || why(one, chosen, plan.spare);
      return { id: one.id, kind: reason.kind, words: reason.words };
    });
    return plan;
  };
})(window.kit = window.kit || {});
