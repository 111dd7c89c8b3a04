/* Is it co-production? Looks the answers up in the data that stands on the page; nothing is sent or kept. */
(function () {
  "use strict";
  var form = document.getElementById("decide");
  if (!form) return;
  var verdicts = JSON.parse(document.getElementById("decide-data").textContent);
  var result = document.getElementById("decide-result");
  var todo = document.getElementById("decide-todo");
  var rows = ["professionals", "together", "community"];
  form.hidden = false;

  function element(name, text, parent, className) {
    var made = document.createElement(name);
    if (text) made.textContent = text;
    if (className) made.className = className;
    if (parent) parent.appendChild(made);
    return made;
  }

  function line(parent, label, href, words, rest) {
    var p = element("p", "", parent);
    element("strong", label + " ", p);
    if (href) element("a", words, p).href = href;
    p.appendChild(document.createTextNode((href ? ": " : "") + rest));
  }

  function grid(verdict, parent) {
    var table = document.getElementById("decide-grid").content.cloneNode(true);
    var row = table.querySelectorAll("tbody tr")[rows.indexOf(verdict.row)];
    var cell = row.querySelectorAll("td")[rows.indexOf(verdict.column)];
    cell.classList.add("matrix__here");
    cell.insertBefore(element("span", "You are here", null, "matrix__mark"), cell.firstChild);
    parent.appendChild(table);
  }

  function show() {
    var answers = new FormData(form);
    var names = ["plans", "delivers", "says"];
    var left = names.filter(function (name) { return !answers.get(name); }).length;
    todo.hidden = left === 0;
    todo.textContent = left === 3 ? "Answer all three questions. The result appears here."
      : left + (left === 1 ? " question" : " questions") + " to go.";
    result.textContent = "";
    if (left) return;
    var verdict = verdicts[names.map(function (name) { return answers.get(name); }).join("|")];
    var box = element("div", "", result);
    element("p", verdict.word, box, "decide__word");
    element("p", verdict.why, box);
    line(box, "Its place:", verdict.cellHref, verdict.cell, verdict.text);
    if (verdict.nearest) line(box, "Easily mistaken for:", verdict.nearestHref, verdict.nearest, verdict.nearestText);
    line(box, "Next move:", "", "", verdict.move);
    grid(verdict, box);
  }

  form.addEventListener("change", show);
  form.addEventListener("reset", function () { setTimeout(show); });
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  show();
})();
