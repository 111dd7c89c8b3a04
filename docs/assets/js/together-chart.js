/* Bring results together: how a group answered a statement, as a bar in parts. kit/page/bars.py in the browser.

   Where and how wide a part is stands in SVG's own attributes, and how it looks in rate.css. The figures stand in the
   cells of the same row. */
(function (kit) {
  "use strict";
  var SVG = "http://www.w3.org/2000/svg";
  var WIDTH = 200, HEIGHT = 22;
  var LIGHT = 0.14;   // how much of the colour the lowest level has; the highest has all of it
  var DARK = 0.5;     // from so much on, a figure is white

  function svg(name, parent, attributes, text) {
    var made = document.createElementNS(SVG, name);
    Object.keys(attributes).forEach(function (key) { made.setAttribute(key, attributes[key]); });
    if (text) made.textContent = text;
    if (parent) parent.appendChild(made);
    return made;
  }

  // Every answer that there is: its name, and how its part looks. Those that are no level come last.
  kit.answers = function (asked, form) {
    var levels = asked.levels.map(function (level, place) {
      var share = LIGHT + (1 - LIGHT) * place / Math.max(asked.levels.length - 1, 1);
      return { name: level.name, className: "bar__part", share: share, on: share < DARK ? "bar__on" : "bar__on bar__on--dark", of: function (one) { return one.levels[level.key]; } };
    });
    return levels.concat([["dont_know", form.dont_know], ["does_not_apply", form.does_not_apply], ["no_answer", "No answer"]].map(function (apart, place) {
      return { name: apart[1], className: "bar__apart bar__apart--" + place, share: 1, on: "bar__on", of: function (one) { return one[apart[0]]; } };
    }));
  };

  function part(picture, answer, box) {
    svg("rect", picture, Object.assign({ class: "bar__ground" }, box));
    svg("rect", picture, Object.assign({ class: answer.className, "fill-opacity": answer.share.toFixed(2) }, box));
  }

  function inWords(counts, answers) {
    var found = counts.map(function (count, place) { return count ? count + " " + kit.inner(answers[place].name) : ""; }).filter(Boolean);
    return found.join(", ") || "no answers";
  }

  // A bar as long as its counts are of `most`.
  kit.bar = function (counts, answers, most, parent) {
    var picture = svg("svg", parent, { class: "bar", viewBox: "0 0 " + WIDTH + " " + HEIGHT, role: "img", "aria-label": "Bar: " + inWords(counts, answers), focusable: "false" });
    var start = 0;
    counts.forEach(function (count, place) {
      if (!count) return;
      var wide = WIDTH * count / Math.max(most, 1);
      part(picture, answers[place], { x: (start + 0.5).toFixed(1), y: 1, width: Math.max(wide - 1, 1).toFixed(1), height: HEIGHT - 2 });
      if (wide >= 5 + 7 * String(count).length) svg("text", picture, { class: answers[place].on, x: (start + wide / 2).toFixed(1), y: 15.5 }, String(count));
      start += wide;
    });
    return picture;
  };

  // The look of an answer's part, beside its name or its figure.
  kit.swatch = function (answer) {
    var picture = svg("svg", null, { class: "swatch", viewBox: "0 0 12 12", "aria-hidden": "true", focusable: "false" });
    part(picture, answer, { x: 1, y: 1, width: 10, height: 10 });
    return picture;
  };
})(window.kit = window.kit || {});
