/* A response and the form it is for: a new one, what of an old one still fits, and the file to save it in. */
(function (kit) {
  "use strict";

  // The page's data with each form's statements in place, as results.js wants an assessment.
  kit.rated = function (data) {
    data.forms.forEach(function (form) {
      form.statements = form.asks.map(function (id) { return data.statements[id]; });
    });
    return data;
  };

  kit.formOf = function (data, id) {
    return data.forms.filter(function (form) { return form.id === id; })[0] || null;
  };

  // 122 bits of chance, as RFC 9562 lays them out (version 4). `crypto.randomUUID` isn't there on every page.
  function uuid() {
    var bytes = crypto.getRandomValues(new Uint8Array(16));
    bytes[6] = (bytes[6] & 0x0f) | 0x40;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    var hex = Array.from(bytes, function (one) { return (one < 16 ? "0" : "") + one.toString(16); }).join("");
    return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
  }

  // The response of someone who has answered nothing yet.
  kit.begun = function (form, role, team) {
    return {
      format: kit.FORMAT, format_version: 1, id: uuid(), assessment: form.id, assessment_version: form.version,
      role: role, team: team, date: kit.today(),
      answers: form.statements.map(function (item) {
        return { statement: item.id, version: item.version, answer: "", evidence: "", notes: "" };
      }),
      position: { today: { plans: "", delivers: "" }, wanted: { plans: "", delivers: "" } },
    };
  };

  function said(answer) { return Boolean(answer.answer || answer.evidence || answer.notes); }

  // What of a response fits the form as it is now, by statement and version: {response, kept, lost: [names]}.
  kit.carried = function (old, form, names) {
    var made = kit.begun(form, old.role, old.team);
    var given = new Map();
    old.answers.forEach(function (answer) { if (!given.has(answer.statement)) given.set(answer.statement, answer); });
    var kept = 0;
    made.id = old.id || made.id;
    made.date = old.date || made.date;
    made.position = old.position;
    made.answers.forEach(function (answer, place) {
      var found = given.get(answer.statement);
      if (!found || !kit.present(found, form.statements[place], old, form)) return;
      given.delete(answer.statement);
      kept += said(found) ? 1 : 0;
      ["answer", "evidence", "notes"].forEach(function (field) { answer[field] = found[field]; });
    });
    var lost = Array.from(given.values()).filter(said).map(function (answer) {
      return Object.prototype.hasOwnProperty.call(names, answer.statement) ? names[answer.statement].name : answer.statement;
    });
    return { response: made, kept: kept, lost: lost };
  };

  // What a response's file is called: nothing in it tells a role or a team.
  kit.fileName = function (response, ending) {
    var id = response.id.replace(/[^0-9A-Za-z]/g, "").slice(0, 8);
    return "self-assessment-" + response.assessment + "-" + response.date + (id ? "-" + id : "") + "." + ending;
  };
})(window.kit = window.kit || {});
