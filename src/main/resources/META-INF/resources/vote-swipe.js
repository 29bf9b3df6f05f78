// A swipe to the right over a poem chooses it, on the voting page and on the practice page that teaches it; whatever scrolls is none.
// What is called is told when the swipe began.
window.kukaiSwipes = (choose) => {
  "use strict";

  const SHARE = 0.3;
  const SLACK = 24;
  let swipe = null;

  const end = () => {
    if (swipe) {
      swipe.side.style.translate = "";
      swipe = null;
    }
  };

  document.addEventListener("pointerdown", (event) => {
    const side = event.target.closest?.("main [data-swipe]");
    end();
    if (side && event.isPrimary && event.pointerType !== "mouse" && !event.target.closest("button")) {
      swipe = { side, x: event.clientX, y: event.clientY, pointer: event.pointerId, began: event.timeStamp };
    }
  });

  document.addEventListener("pointermove", (event) => {
    if (!swipe || event.pointerId !== swipe.pointer) {
      return;
    }
    const right = event.clientX - swipe.x;
    if (Math.abs(event.clientY - swipe.y) > SLACK + Math.abs(right) / 2) {
      end();
    } else {
      swipe.side.style.translate = `${Math.max(0, right)}px`;
    }
  });

  document.addEventListener("pointerup", (event) => {
    if (!swipe || event.pointerId !== swipe.pointer) {
      return;
    }
    const { side, x, began } = swipe;
    end();
    if (event.clientX - x > SHARE * side.clientWidth) {
      choose(side.dataset.swipe, began);
    }
  });

  document.addEventListener("pointercancel", end);
};
