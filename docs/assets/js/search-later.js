/* The search index is the largest file of the site, and the theme asks for it on everyone's first visit.
   Here that request waits until somebody turns to the search: to read a page on a phone costs a third. */
(() => {
  const wanted = new Promise((resolve) => {
    const near = (event) => {
      if (event.target.closest && event.target.closest("[data-md-component=search], [for=__search]")) resolve();
    };
    for (const sign of ["focusin", "pointerover", "touchstart", "change"]) {
      document.addEventListener(sign, near, {passive: true});
    }
    if (new URLSearchParams(location.search).has("q")) resolve();
  });

  window.XMLHttpRequest = class extends XMLHttpRequest {
    open(method, address, ...more) {
      this.waits = /\/search\/search_index\.json$/.test(address);
      super.open(method, address, ...more);
    }

    send(body) {
      if (this.waits) wanted.then(() => super.send(body));
      else super.send(body);
    }
  };
})();
