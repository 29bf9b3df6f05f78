// The practice page has the keys of the voting page. It works without them.
(() => {
  "use strict";

  const keys = window.kukaiVoteKeys();
  keys.listen((button) => button.click());
  keys.showHelpButtons();
  document.getElementById("practice").dataset.ready = "yes";
})();
