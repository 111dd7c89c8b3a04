/* One rating, kept in this browser and nowhere else. Storage may be blocked, full or emptied: then it says so. */
(function (kit) {
  "use strict";
  var KEY = "fixers-to-facilitators/rating";

  // Gives {read, write, erase, watch}. `write` and `erase` say whether it worked; none of them throws.
  kit.keeping = function () {
    function attempt(action, otherwise) {
      try { return action(); } catch (error) { return otherwise; }
    }
    function parsed(text) {
      return attempt(function () { return text ? JSON.parse(text) : null; }, null);
    }
    return {
      read: function () { return attempt(function () { return parsed(window.localStorage.getItem(KEY)); }, null); },
      write: function (value) {
        var text = JSON.stringify(value);
        return attempt(function () {
          window.localStorage.setItem(KEY, text);
          return window.localStorage.getItem(KEY) === text;
        }, false);
      },
      erase: function () {
        return attempt(function () {
          window.localStorage.removeItem(KEY);
          return true;
        }, false);
      },
      // Calls with what another tab wrote, or with null where it erased it.
      watch: function (changed) {
        window.addEventListener("storage", function (event) {
          if (event.key === KEY || event.key === null) changed(parsed(event.newValue));
        });
      },
    };
  };
})(window.kit = window.kit || {});
