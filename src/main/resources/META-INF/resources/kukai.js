// Small things that make pages pleasanter; every page works without them.
(() => {
  "use strict";

  // Times are written by the server in UTC and shown in the reader's own zone and locale.
  const showTimes = (root) => {
    for (const time of root.querySelectorAll("time[datetime]")) {
      const when = new Date(time.dateTime);
      if (!Number.isNaN(when.valueOf())) {
        time.title = time.dateTime;
        time.textContent = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" }).format(when);
      }
    }
  };

  // Numbers likewise: <data value="12880">12880</data>.
  const showNumbers = (root) => {
    for (const data of root.querySelectorAll("data.number[value]")) {
      data.textContent = new Intl.NumberFormat().format(Number(data.value));
    }
  };

  // <button data-copy="#id"> copies the text of that element. Browsers keep the clipboard from pages that come over plain
  // HTTP from another machine; there the text is selected, and copied in the old way where that still works.
  const copy = async (source) => {
    const text = source.value ?? source.textContent;
    if (navigator.clipboard) {
      await navigator.clipboard.writeText(text);
      return true;
    }
    if (source.select) {
      source.select();
    } else {
      window.getSelection().selectAllChildren(source);
    }
    return document.execCommand("copy");
  };

  document.addEventListener("click", async (event) => {
    const button = event.target.closest("[data-copy]");
    if (!button) {
      return;
    }
    const copied = await copy(document.querySelector(button.dataset.copy)).catch(() => false);
    const before = button.textContent;
    button.textContent = copied ? "Copied" : "Selected: copy it by keyboard";
    setTimeout(() => { button.textContent = before; }, 2000);
  });

  // <form data-confirm="..."> asks first.
  document.addEventListener("submit", (event) => {
    const question = event.target.dataset?.confirm;
    if (question && !window.confirm(question)) {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
  }, true);

  // <button data-print> prints the page.
  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-print]")) {
      window.print();
    }
  });

  const prepare = (root) => {
    for (const button of root.querySelectorAll("[data-print]")) {
      button.hidden = false;
    }
    showTimes(root);
    showNumbers(root);
  };
  document.addEventListener("DOMContentLoaded", () => prepare(document));
  document.addEventListener("htmx:afterSettle", (event) => prepare(event.target));
})();
