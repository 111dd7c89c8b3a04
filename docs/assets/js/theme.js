/* What the theme keeps between pages, light or dark, put back before the page is drawn.
   Material writes this into every page as inline scripts; as a file it lets the site forbid them all.
   The names that begin with __md are the theme's own: its bundle calls them. */
(function () {
  "use strict";
  const home = new URL("../../", document.currentScript.src); // this file lies in assets/js/

  function key(name, scope) { return (scope || home).pathname + "." + name; }

  window.__md_scope = home;
  window.__md_get = function (name, store, scope) {
    try {
      return JSON.parse((store || localStorage).getItem(key(name, scope)));
    } catch (error) {
      return null; // a browser that keeps nothing, or something that is not ours
    }
  };
  window.__md_set = function (name, value, store, scope) {
    try {
      (store || localStorage).setItem(key(name, scope), JSON.stringify(value));
    } catch (error) { /* then it lasts as long as the page */ }
  };
  window.__md_hash = function (text) {
    return Array.from(text).reduce(function (sum, letter) { return (sum << 5) - sum + letter.charCodeAt(0); }, 0);
  };

  const kept = window.__md_get("__palette");
  Object.entries((kept && kept.color) || {}).forEach(function (pair) {
    document.body.setAttribute("data-md-color-" + pair[0], pair[1]);
  });
})();
