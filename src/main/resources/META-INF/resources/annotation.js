// The form of a new round: the preview follows the typing by itself.
document.addEventListener("DOMContentLoaded", () => {
  for (const button of document.querySelectorAll("[data-without-script]")) {
    button.hidden = true;
  }
});
