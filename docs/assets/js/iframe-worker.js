/* A Worker for pages opened from disk, where browsers allow none: the script runs in a hidden frame instead.
   Only the search of the offline edition uses it. Elsewhere the browser's own Worker stays as it is. */
(function () {
  "use strict";
  if (location.protocol !== "file:") return;

  function FrameWorker(url) {
    var self = this;
    url = new URL(url, document.baseURI).href;
    var target = document.createDocumentFragment();
    ["addEventListener", "removeEventListener", "dispatchEvent"].forEach(function (name) {
      self[name] = target[name].bind(target);
    });
    self.onmessage = null;
    var frame = self.frame = document.createElement("iframe");
    frame.hidden = true;
    frame.title = "Search";
    document.body.appendChild(frame);
    var inside = frame.contentWindow;
    var waiting = [];
    var ready = false;

    self.postMessage = function (data) {
      if (!ready) return waiting.push(data);
      inside.dispatchEvent(new MessageEvent("message", { data: data }));
    };
    self.terminate = function () { frame.remove(); };

    // What the script finds where a Worker would have its own.
    inside.postMessage = function (data) {
      setTimeout(function () {
        var event = new MessageEvent("message", { data: data });
        self.dispatchEvent(event);
        if (typeof self.onmessage === "function") self.onmessage(event);
      });
    };
    inside.importScripts = function () {
      return Array.prototype.reduce.call(arguments, function (before, source) {
        return before.then(function () { return load(inside.document, source); });
      }, Promise.resolve());
    };

    function load(doc, source) {
      return new Promise(function (resolve, reject) {
        var script = doc.createElement("script");
        script.src = new URL(source, url).href;
        script.onload = resolve;
        script.onerror = reject;
        doc.body.appendChild(script);
      });
    }

    load(inside.document, url).then(function () {
      ready = true;
      waiting.splice(0).forEach(self.postMessage);
    });
  }

  window.Worker = window.IFrameWorker = FrameWorker; // the theme asks for the second name to find its own files
})();
