// The practice page has the keys and the swipe of the voting page. It works without them.
(() => {
  "use strict";

  const keys = window.kukaiVoteKeys();
  keys.listen((button) => button.click());
  keys.showHelpButtons();
  window.kukaiSwipes((choice) => document.querySelector(`#practice button[value=${choice}]`).click());
  document.getElementById("practice").dataset.ready = "yes";
})();
