// What a rater has written about their last vote and not sent yet. Nothing of it vanishes: it is sent when they go on to vote, kept as a
// draft when they take that vote back or leave the page, and shown again with the vote that it is about.
window.kukaiRemarks = (notes, drafts) => {
  "use strict";

  const box = () => document.querySelector("#standing .remarks");
  const all = (name) => [...box().querySelectorAll(`[name=${name}]`)];
  const about = () => (box() ? all("vote")[0].value : "");
  const isTouched = () => box()?.dataset.touched === "yes";

  const written = () => ({
    assignment: about(),
    strength: all("strength").find((input) => input.checked)?.value ?? "",
    reason: all("reason").filter((input) => input.checked).map((input) => input.value),
    comment: all("comment")[0].value,
    at: Date.now(),
  });

  const fill = (note) => {
    for (const input of all("strength")) {
      input.checked = input.value === note.strength;
    }
    for (const input of all("reason")) {
      input.checked = note.reason.includes(input.value);
    }
    all("comment")[0].value = note.comment;
  };

  const setAside = (place) => {
    if (isTouched()) {
      place.add(written());
      delete box().dataset.touched;
    }
  };

  const touch = (event) => {
    const inside = event.target.closest?.("#standing .remarks");
    if (inside) {
      inside.dataset.touched = "yes";
    }
  };
  document.addEventListener("input", touch);

  return {
    isBeingFilled: () => box() !== null && (isTouched() || box().contains(document.activeElement)),
    // To be sent, whether by its own button or because the rater goes on.
    keep: (along) => {
      if (box() && (isTouched() || !along)) {
        notes.add({ ...written(), along });
        delete box().dataset.touched;
      }
    },
    setAside: () => setAside(drafts),
    // A draft comes back with its vote; of a pair that is to be voted on again it waits; any other is sent.
    bringBack: (present) => {
      for (const draft of drafts.all()) {
        if (draft.assignment === about()) {
          drafts.remove(draft);
          fill(draft);
          box().dataset.touched = "yes";
          box().closest("details").open = true;
        } else if (draft.assignment !== present) {
          drafts.remove(draft);
          notes.add({ ...draft, along: true });
        }
      }
    },
    stored: (note) => {
      if (note.assignment === about() && !isTouched()) {
        fill(note);
        box().closest("details").open = false;
      }
    },
  };
};
