// Keys, the line that screen readers read out, and patience with a lost connection. Voting works without all of it.
(() => {
  "use strict";

  const RETRY_AFTER = 2000;
  const KEYS_OFF = "kukai-keys-off";
  const LOST = "kukai-lost";
  const byId = (id) => document.getElementById(id);
  const dialog = byId("keys");

  const keysAreOn = () => {
    try {
      return localStorage.getItem(KEYS_OFF) === null;
    } catch {
      return true;
    }
  };

  const switchKeys = (on) => {
    try {
      if (on) {
        localStorage.removeItem(KEYS_OFF);
      } else {
        localStorage.setItem(KEYS_OFF, "1");
      }
    } catch {
      // A browser that keeps nothing asks again next time.
    }
  };

  const showHelpButtons = () => {
    for (const button of document.querySelectorAll("[data-help]")) {
      button.hidden = dialog === null;
    }
  };

  const isTyping = (target) => target.closest("input, textarea, select, [contenteditable]") !== null;

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || isTyping(event.target) || !dialog || dialog.open) {
      return;
    }
    if (event.key === "?") {
      event.preventDefault();
      dialog.showModal();
      return;
    }
    const button = document.querySelector(`#ballot [data-key="${CSS.escape(event.key.toLowerCase())}"]`);
    if (button && keysAreOn()) {
      event.preventDefault();
      button.click();
    }
  });

  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-help]")) {
      dialog.showModal();
    }
  });

  // The new ballot is read out: what has been saved by the live line, then the prompt, which takes the focus.
  // Only when it has settled do its forms belong to htmx: a key that is pressed before would reload the whole page.
  document.addEventListener("htmx:afterSettle", () => {
    const ballot = byId("ballot");
    if (!ballot) {
      return;
    }
    showHelpButtons();
    byId("trouble").hidden = true;
    byId("said").textContent = ballot.dataset.said;
    const heading = byId("prompt");
    heading.focus({ preventScroll: true });
    window.scrollTo({ top: 0 });
  });

  // Nothing is shown as saved that is not: the ballot stays, says so, and is sent again. Sending twice counts once.
  const tryAgain = (event) => {
    const form = event.detail.elt;
    const sent = event.detail.requestConfig?.triggeringEvent?.submitter;
    if (!form.closest("#ballot")) {
      return;
    }
    const trouble = byId("trouble");
    trouble.textContent = "Not saved yet: Kukai cannot be reached. Trying again …";
    trouble.hidden = false;
    setTimeout(() => {
      if (form.isConnected && !trouble.hidden) {
        form.requestSubmit(sent?.isConnected ? sent : undefined);
      }
    }, RETRY_AFTER);
  };

  // The page goes away, to sign in or to be loaded again: the next one says what this one could not save.
  const rememberLost = () => {
    try {
      sessionStorage.setItem(LOST, "1");
    } catch {
      // Then the ballot alone tells, by being there still.
    }
  };

  const sayLost = () => {
    const trouble = byId("trouble");
    try {
      if (trouble && sessionStorage.getItem(LOST) !== null) {
        sessionStorage.removeItem(LOST);
        trouble.textContent = "What you did last was not saved. Please do it again.";
        trouble.hidden = false;
      }
    } catch {
      // Nothing was remembered.
    }
  };

  document.addEventListener("htmx:beforeOnLoad", (event) => {
    if (event.detail.xhr.status === 401 && event.detail.elt.closest("#ballot")) {
      rememberLost();
    }
  });
  document.addEventListener("htmx:sendError", tryAgain);
  document.addEventListener("htmx:timeout", tryAgain);
  document.addEventListener("htmx:responseError", (event) => {
    if (event.detail.xhr.status >= 500) {
      tryAgain(event);
    } else if (event.detail.elt.closest("#ballot")) {
      // The page is out of date (another tab, a new session): the server knows what comes next.
      rememberLost();
      window.location.reload();
    }
  });

  document.addEventListener("DOMContentLoaded", () => {
    showHelpButtons();
    sayLost();
    const toggle = byId("keys-on");
    if (toggle) {
      toggle.checked = keysAreOn();
      toggle.addEventListener("change", () => switchKeys(toggle.checked));
    }
    // The preview follows the typing by itself.
    for (const button of document.querySelectorAll("[data-without-script]")) {
      button.hidden = true;
    }
  });
})();
