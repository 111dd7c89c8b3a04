/* From an answer to what may help: next steps with their links, and squares of the matrix. */
(function (kit) {
  "use strict";
  var element = kit.element;

  // A square of the matrix by who plans and who delivers; null where one of them isn't said.
  kit.squareOf = function (data, square) {
    return data.squares.filter(function (one) { return one.plans === square.plans && one.delivers === square.delivers; })[0] || null;
  };

  // What to try from a level on, with links. `data` has the links; `level` is a place.
  kit.showNext = function (data, item, level, place) {
    if (!item.next.length) return;
    element("p", item.next[level], place, "move");
    var list = element("ul", "", place);
    item.see[level].forEach(function (ref) { kit.link(data.links[ref].href, data.links[ref].words, element("li", "", list)); });
  };
})(window.kit = window.kit || {});
