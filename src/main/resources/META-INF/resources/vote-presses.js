// A press or a swipe on a pair that nobody can have seen yet votes for nothing: after a double click or a double tap the next pair's button
// lies under the finger at once. Keys are left alone: they are pressed one by one, and a held one is told by its repeats.
window.kukaiPresses = () => {
  "use strict";

  const UNSEEN = 300;
  let shownAt = performance.now();
  let began = null; // when the present press did, by pointer
  let spent = false; // the first click of the present double click has voted
  let timer = 0;

  const isTooSoon = (at) => at - shownAt < UNSEEN;

  document.addEventListener("pointerdown", (event) => { began = event.timeStamp; }, true);
  document.addEventListener("pointercancel", () => { began = null; }, true);

  document.addEventListener("click", (event) => {
    const at = began ?? event.timeStamp;
    began = null;
    if (event.detail === 0) {
      return; // by keyboard, or by a script
    }
    spent = spent && event.detail > 1;
    if (!event.target.closest("#ballot form.vote button")) {
      return;
    }
    if (spent || isTooSoon(at)) {
      event.preventDefault();
    } else {
      spent = true;
    }
  }, true);

  return {
    isTooSoon,
    // Until it takes presses the ballot is marked; tests wait for that.
    shown: (ballot) => {
      shownAt = performance.now();
      ballot.dataset.fresh = "yes";
      clearTimeout(timer);
      timer = setTimeout(() => { delete ballot.dataset.fresh; }, UNSEEN);
    },
  };
};
