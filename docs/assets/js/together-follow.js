/* Bring results together: a plan for the next meeting, to print and write on. */
(function (kit) {
  "use strict";
  var element = kit.element;
  var FIRST = 3;    // statements to talk about
  var LINES = 5;    // empty rows of promises
  var AGAIN = 6;    // months until people rate again

  function question(item, one, summary) {
    var said = one.everyone.spread ? "Answers went " + kit.say.spread(one.everyone.spread, summary.assessment) + ". " : "";
    return said + "What has each of us seen that makes us say so? What would we both like to see in six months?";
  }

  // The three most mixed statements as questions, the priorities with what may help, promises, and a date.
  kit.showFollowUp = function (app, summary, place) {
    var heading = kit.heading("A plan for the next meeting", place);
    element("p", "For staff and people who use the service, in the same room. Ask people who use it what they need to take part: a time, a lift, their costs paid.", place);
    element("h3", "Talk about these", place);
    var list = element("ol", "", place);
    summary.mixed_first.map(function (id) { return kit.statementOf(summary, id); }).filter(function (one) {
      return one.everyone && one.everyone.far_pairs;
    }).slice(0, FIRST).forEach(function (one) {
      var line = element("li", "", list);
      element("strong", one.name + ". ", line);
      element("span", question(app.data.statements[one.id], one, summary), line);
    });
    if (!list.children.length) {
      list.remove();
      element("p", "Answers lie close together. Ask: who is missing from this picture?", place);
    }
    element("h3", "Try one of these", place);
    summary.priorities.forEach(function (one) {
      var item = app.data.statements[one.statement];
      var level = summary.assessment.levels.map(function (each) { return each.key; }).indexOf(one.level);
      element("h4", item.name, place);
      kit.showNext(app.data, item, level, place);
    });
    element("h3", "Who does what, by when", place);
    var rows = [];
    for (var n = 1; n <= LINES; n++) rows.push([String(n), "", "", ""]);
    kit.table(place, "Our promises: one from each side of the desk, in pairs", ["Number", "Who", "What", "By when"], rows).classList.add("promises");
    element("h3", "Rate again", place);
    var again = kit.field(place, "input", "We fill it in again on", kit.today(AGAIN), printed);
    var paper = element("p", "", place, "print-only");
    function printed(day) { paper.textContent = "We fill it in again on " + (day ? kit.day(day) : "____________") + "."; }
    again.type = "date";
    again.parentNode.classList.add("no-print");
    printed(again.value);
    return heading;
  };
})(window.kit = window.kit || {});
