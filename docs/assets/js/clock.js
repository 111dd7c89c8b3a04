/* The start-time box: moves every time on the page that counts from the beginning. It keeps nothing. */
(function (kit) {
  "use strict";
  var DAY = 24 * 60;

  function two(number) { return (number < 10 ? "0" : "") + number; }

  // Minutes from the beginning as the page first has them: "1:05".
  kit.offset = function (minute) { return Math.floor(minute / 60) + ":" + two(minute % 60); };

  // The time of day so many minutes after a start like "09:30"; after midnight it begins anew.
  kit.clock = function (start, minute) {
    var parts = start.split(":");
    var at = (Number(parts[0]) * 60 + Number(parts[1]) + minute) % DAY;
    return two(Math.floor(at / 60)) + ":" + two(at % 60);
  };

  // Show the times within `scope` as its box says; without a start they count from 0:00.
  kit.times = function (scope) {
    var start = scope.querySelector(".starts input").value;
    var last = 0;
    scope.querySelectorAll("[data-minute]").forEach(function (place) {
      var minute = Number(place.dataset.minute);
      last = Math.max(last, minute);
      place.textContent = start ? kit.clock(start, minute) : kit.offset(minute);
    });
    scope.querySelector(".starts [role=status]").textContent = start ? "and ends at " + kit.clock(start, last) + "." : "";
  };

  document.querySelectorAll("[data-clock]").forEach(function (scope) {
    var box = scope.querySelector(".starts");
    var input = box.querySelector("input");
    box.hidden = false;
    input.addEventListener("input", function () { kit.times(scope); });
    kit.times(scope); // a browser may have kept what was typed before
  });
})(window.kit = window.kit || {});
