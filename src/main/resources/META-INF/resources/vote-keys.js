// Single keys press the buttons that name them, on the voting page and on the practice page that teaches it; ? shows which.
window.kukaiVoteKeys = () => {
  "use strict";

  const KEYS_OFF = "kukai-keys-off";
  const SAME = { ArrowLeft: "1", ArrowRight: "2" };
  // On most keyboards the digits turn into signs with Shift; on some they need it, and then it says nothing.
  const CLEAR = { Digit1: "1", Digit2: "2", ArrowLeft: "1", ArrowRight: "2" };
  const dialog = document.getElementById("keys");

  const areOn = () => {
    try {
      return localStorage.getItem(KEYS_OFF) === null;
    } catch {
      return true;
    }
  };

  const switchTo = (on) => {
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

  const isTyping = (target) => target.closest("input, textarea, select, [contenteditable]") !== null;
  const buttonOf = (key) => document.querySelector(`main [data-key="${CSS.escape(key)}"]`);

  // The press is called with the button, and with whether it was clearly so.
  const listen = (press) => {
    document.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || isTyping(event.target) || dialog.open) {
        return;
      }
      if (event.key === "?") {
        event.preventDefault();
        dialog.showModal();
        return;
      }
      if (!areOn()) {
        return;
      }
      const plain = buttonOf(event.key.toLowerCase());
      const clear = event.shiftKey && !plain ? CLEAR[event.code] : undefined;
      const key = clear ?? SAME[event.key];
      const found = plain ?? (key ? buttonOf(key) : null);
      const button = found?.closest("[hidden]") ? null : found;
      if (button) {
        event.preventDefault();
        press(button, clear !== undefined);
      }
    });
  };

  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-help]")) {
      dialog.showModal();
    }
  });

  const showHelpButtons = () => {
    for (const button of document.querySelectorAll("[data-help]")) {
      button.hidden = false;
    }
  };

  const toggle = document.getElementById("keys-on");
  toggle.checked = areOn();
  toggle.addEventListener("change", () => switchTo(toggle.checked));

  return { listen, showHelpButtons };
};
