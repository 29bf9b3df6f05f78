// A flag that a rater has begun and not sent: when they vote or leave the page instead, it waits for its pair, and is filled in again when
// that is shown once more, as after an undo. It is never sent by itself.
window.kukaiFlags = (drafts) => {
  "use strict";

  const MOST = 5;
  const formOf = (ballot) => ballot?.querySelector(".flag form");
  const inputs = (form) => [...form.querySelectorAll("[name=side], [name=kind], [name=note]")];
  const valueOf = (form, name) => new FormData(form).get(name) ?? "";

  return {
    // Says whether there was one.
    setAside: (ballot) => {
      const form = formOf(ballot);
      const begun = form ? { side: valueOf(form, "side"), kind: valueOf(form, "kind"), note: valueOf(form, "note") } : {};
      if (!Object.values(begun).some(Boolean)) {
        return false;
      }
      while (drafts.size() >= MOST) {
        drafts.remove(drafts.first());
      }
      drafts.add({ assignment: valueOf(form, "turn"), at: Date.now(), ...begun });
      form.reset();
      return true;
    },
    bringBack: (ballot) => {
      const form = formOf(ballot);
      for (const draft of form ? drafts.all().filter((one) => one.assignment === valueOf(form, "turn")) : []) {
        drafts.remove(draft);
        for (const input of inputs(form)) {
          if (input.type === "radio") {
            input.checked = input.value === draft[input.name];
          } else {
            input.value = draft[input.name];
          }
        }
        form.closest("details").open = true;
      }
    },
  };
};
