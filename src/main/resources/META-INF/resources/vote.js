// Voting without waiting: the next pair is here before it is needed, and a vote is sent while the rater reads on. What is said
// to be saved is saved; what is not waits in the queue and says so. The page works without all of this.
(() => {
  "use strict";

  const FIRST_PAUSE = 1000;
  const LONGEST_PAUSE = 30000;
  const PATIENCE = 20000;
  const FLAG_WAITS = "The flag that you had begun was not sent. Undo your last vote to go on with it.";
  const FLAG_UNSENT = "The flag is not sent, for Kukai cannot be reached. It is not tried again by itself: press its button again in a moment.";
  const byId = (id) => document.getElementById(id);
  const root = byId("voting");
  const path = `/rounds/${root.dataset.round}`;
  const FOR_WHOM = { "Kukai-Visitor": root.dataset.rater }; // somebody else may have signed in since, in another tab
  const SIGN_IN = `/sign-in?next=${encodeURIComponent(window.location.pathname)}`;
  const queueOf = (what) => window.kukaiVoteQueue(root.dataset.rater, root.dataset.round, what);
  const queue = queueOf("votes");
  const notes = queueOf("remarks");
  const keys = window.kukaiVoteKeys();
  const remarks = window.kukaiRemarks(notes, queueOf("drafts"));
  const flags = window.kukaiFlags(queueOf("flags"));
  const presses = window.kukaiPresses();

  const answered = new Map(); // ballots of votes that may still be taken back before they are sent
  const ahead = [];
  let waiting = false; // the present ballot is answered, and there is no other yet
  let shownAt = performance.now();
  let sending = false;
  let fetching = false;
  let undoNext = false;
  let pause = FIRST_PAUSE;
  let timer = 0;
  let delayed = false; // something waits, and the page says so
  let notKept = ""; // what was written and refused or not sent, until the rater goes on

  // ---- what is on the page

  const assignmentOf = (ballot) => ballot?.querySelector("input[name=assignment]")?.value ?? "";
  const present = () => assignmentOf(byId("ballot"));
  const say = (sentence) => byId("said").replaceChildren(sentence);
  const told = (ballot) => ballot?.querySelector("template.told")?.content.cloneNode(true) ?? "";
  const tells = (ballot) => Boolean(ballot) && (told(ballot).textContent || ballot.dataset.problem);

  const complain = (text, link) => {
    const trouble = byId("trouble");
    trouble.textContent = text;
    if (link) {
      const a = document.createElement("a");
      a.href = link;
      a.textContent = "Sign in";
      trouble.append(" ", a);
    }
    trouble.hidden = text === "";
  };

  const show = (ballot) => {
    byId("ballot").replaceWith(ballot);
    flags.bringBack(ballot);
    presses.shown(ballot);
    waiting = false;
    shownAt = performance.now();
    window.htmx?.process(ballot);
    byId("prompt")?.focus({ preventScroll: true });
    window.scrollTo({ top: 0 });
  };

  const wait = () => {
    waiting = true;
    byId("ballot").inert = true;
  };

  // Whether the next pair is here already; tests wait for it.
  const noteAhead = () => { root.dataset.ahead = ahead.length > 0 ? "yes" : "no"; };

  // What is left is counted by the server when the page is loaded, and down from there.
  const replaceStanding = (fresh, step) => {
    const old = byId("standing");
    const left = /^\D*(\d+) to go$/.exec(byId("to-go")?.textContent ?? "");
    if (left && "uncounted" in fresh.dataset) {
      const span = document.createElement("span");
      span.id = "to-go";
      span.textContent = ` · ${Math.max(0, Number(left[1]) - step)} to go`;
      fresh.querySelector("#given")?.parentElement.append(span);
      const bar = fresh.querySelector("progress");
      if (bar) {
        bar.max = bar.value + Math.max(0, Number(left[1]) - step);
      }
    }
    old.replaceWith(fresh);
    keys.showHelpButtons();
    remarks.bringBack(present());
  };

  // ---- what the server says

  const parse = (html) => {
    const template = document.createElement("template");
    template.innerHTML = html;
    return { ballot: template.content.querySelector("#ballot"), standing: template.content.querySelector("#standing") };
  };

  const call = (address, form) => {
    const stop = new AbortController();
    setTimeout(() => stop.abort(), PATIENCE);
    return fetch(address, {
      method: form ? "POST" : "GET",
      body: form,
      headers: { ...FOR_WHOM, "HX-Request": "true", "HX-Current-URL": window.location.href, "Accept": "text/html" },
      signal: stop.signal,
    });
  };

  const token = () => document.querySelector("input[name=csrf-token]")?.value ?? "";

  // The token of the forms goes with a cookie, which may have ended or been renewed since.
  const renewToken = async () => {
    const answer = await call("/settings");
    const page = new DOMParser().parseFromString(await answer.clone().text(), "text/html");
    const fresh = page.querySelector("input[name=csrf-token]")?.value;
    for (const input of fresh ? document.querySelectorAll("input[name=csrf-token]") : []) {
      input.value = fresh;
    }
    return answer;
  };

  const post = async (address, fields) => {
    const pairs = Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one) => [name, one]));
    const send = () => call(address, new URLSearchParams([["csrf-token", token()], ...pairs]));
    const answer = await send();
    if (answer.status !== 400) {
      return answer;
    }
    const renewed = await renewToken();
    return renewed.ok ? send() : renewed;
  };

  const take = ({ ballot, standing }, step) => {
    if (!ballot || !standing) {
      window.location.reload();
      return;
    }
    if (!remarks.isBeingFilled()) {
      replaceStanding(standing, step);
    }
    if (ballot.dataset.unread) {
      if (queue.size() === 0) {
        window.location.assign(ballot.dataset.unread);
      }
      return;
    }
    if (ballot.dataset.over && queue.size() === 0) {
      ahead.length = 0;
      show(ballot);
      return;
    }
    byId("tired").hidden = byId("tired").hidden && !ballot.dataset.tiring;
    const id = assignmentOf(ballot);
    const isKnown = id === present() || queue.has(id) || ahead.some((other) => assignmentOf(other) === id);
    if (id === "" || isKnown) {
      if (waiting && queue.size() === 0) {
        show(ballot);
      }
    } else if (waiting) {
      show(ballot);
    } else {
      ahead.push(ballot);
      noteAhead();
    }
  };

  // ---- sending

  const counted = (number, what) => (number === 1 ? `1 ${what} waits` : `${number} ${what}s wait`);
  const count = () => [[queue.size(), "vote"], [notes.size(), "remark"]]
    .filter(([number]) => number > 0)
    .map(([number, what]) => counted(number, what))
    .join(" and ");

  const sendLater = (text, link) => {
    delayed = true;
    complain(`${text} ${notKept}`.trim(), link);
    clearTimeout(timer);
    timer = setTimeout(sendAll, pause);
    pause = Math.min(LONGEST_PAUSE, 2 * pause);
  };

  const isDisabled = (answer) => answer.status === 401 && answer.headers.get("Kukai-Account") === "disabled";
  const isSomebodyElses = (answer) => answer.status === 401 && answer.headers.get("Kukai-Account") === "other";

  // Whether the server has dealt with what was sent; what it has not is sent again later.
  const isDealtWith = (answer) => {
    if (isDisabled(answer)) {
      sendLater(`Not saved: ${count()}, because your account has been disabled. Ask whoever runs this Kukai; they stay in this browser, and are sent when the account is enabled again and you have signed in.`);
      return false;
    }
    if (isSomebodyElses(answer)) {
      sendLater(`Not saved yet: ${count()}, because somebody else is signed in here by now. What waits stays in this browser, and is sent when you are signed in again.`, SIGN_IN);
      return false;
    }
    if (answer.status === 401) {
      sendLater(`Not saved yet: ${count()}, because you are signed out. They are sent when you have signed in.`, SIGN_IN);
      return false;
    }
    if (answer.status >= 500) {
      throw new Error(`status ${answer.status}`);
    }
    return true;
  };

  const sendNote = async (note) => {
    const { assignment, strength, reason, comment } = note;
    const answer = await post(`${path}/remarks`, { vote: assignment, strength, reason, comment });
    if (!isDealtWith(answer)) {
      return false;
    }
    const text = await answer.text();
    if (!answer.headers.get("Content-Type")?.startsWith("text/plain")) {
      throw new Error("no answer of Kukai");
    }
    notes.remove(note);
    pause = FIRST_PAUSE;
    const trouble = delayed ? "" : byId("trouble").textContent;
    delayed = false;
    if (answer.ok) {
      complain(trouble);
      if (note.along) {
        byId("said").append(" What you wrote is kept with its vote.");
      } else {
        say(text);
      }
      remarks.stored(note);
    } else {
      notKept = `What you wrote about a vote was not kept. ${text} It was: “${[...reason, comment].join(", ")}”`;
      complain(`${trouble} ${notKept}`.trim());
    }
    return true;
  };

  const sendFirst = async (vote) => {
    const shown = waiting || queue.has(present()) ? "" : present();
    const { assignment, choice, strength, millis } = vote;
    const answer = await post(`${path}/votes`, { assignment, choice, strength, millis, shown });
    if (!isDealtWith(answer)) {
      return false;
    }
    const step = answer.ok ? parse(await answer.text()) : {};
    // Whatever stands between here and Kukai may answer too: only what Kukai says of the vote counts.
    if (answer.ok && !tells(step.ballot)) {
      throw new Error("no answer of Kukai");
    }
    queue.remove(vote);
    answered.delete(assignment);
    pause = FIRST_PAUSE;
    if (!answer.ok) {
      complain("Your vote was not taken: this page is out of date, or not yours any more. Here is how things are now.");
      setTimeout(() => window.location.reload(), 1500);
      return false;
    }
    delayed = false;
    complain(step.ballot.dataset.problem || notKept);
    say(told(step.ballot));
    // A skip takes nothing from a limit, so only the server knows what is left after one.
    if (choice === "skip" && step.standing && "limited" in step.standing.dataset) {
      byId("to-go")?.remove();
    }
    take(step, 1);
    return true;
  };

  const sendAll = async () => {
    if (sending) {
      return;
    }
    sending = true;
    clearTimeout(timer);
    try {
      while (queue.size() > 0 && (await sendFirst(queue.first()))) {
        // one after the other, in the order in which they were given
      }
      while (queue.size() === 0 && notes.size() > 0 && (await sendNote(notes.first()))) {
        // and what was written about those that are stored
      }
    } catch {
      sendLater(`Not saved yet: ${count()}, because Kukai cannot be reached. Trying again …`);
    } finally {
      sending = false;
    }
    if (queue.size() === 0) {
      if (undoNext) {
        undoNext = false;
        undo();
      } else {
        fetchAhead();
      }
    }
  };

  const fetchAhead = async () => {
    const shown = present();
    if (fetching || waiting || shown === "" || ahead.length > 0 || queue.size() > 0) {
      return;
    }
    fetching = true;
    try {
      const answer = await call(`${path}/vote/ahead?shown=${shown}`);
      const { ballot } = answer.ok ? parse(await answer.text()) : {};
      const id = assignmentOf(ballot);
      if (id !== "" && id !== present() && !queue.has(id) && ahead.length === 0) {
        if (waiting) {
          show(ballot);
        } else {
          ahead.push(ballot);
          noteAhead();
        }
      }
    } catch {
      // Then the next pair comes with the answer to the vote.
    } finally {
      fetching = false;
    }
  };

  // ---- what the rater does

  const vote = (choice, strength = "") => {
    const ballot = byId("ballot");
    const assignment = assignmentOf(ballot);
    if (waiting || assignment === "" || queue.has(assignment)) {
      return;
    }
    remarks.keep(true);
    notKept = flags.setAside(ballot) ? FLAG_WAITS : "";
    say("");
    document.querySelector("#standing form.undo")?.removeAttribute("hidden");
    answered.set(assignment, ballot);
    queue.add({ assignment, choice, strength, millis: Math.round(performance.now() - shownAt) });
    const next = ahead.shift();
    noteAhead();
    if (next) {
      show(next);
    } else {
      wait();
    }
    sendAll();
  };

  const showAgain = (ballot) => {
    if (!waiting && present() !== "" && present() !== assignmentOf(ballot)) {
      ahead.unshift(byId("ballot"));
    }
    ballot.inert = false;
    show(ballot);
  };

  const undo = async () => {
    const last = queue.last();
    if (last && !(sending && queue.size() === 1) && answered.has(last.assignment)) {
      queue.remove(last);
      showAgain(answered.get(last.assignment));
      answered.delete(last.assignment);
      say("Your last vote is taken back before it was sent.");
      complain(queue.size() > 0 ? `Not saved yet: ${count()}.` : "");
      return;
    }
    if (sending || queue.size() > 0) {
      undoNext = true;
      return;
    }
    try {
      const answer = await post(`${path}/withdrawal`, {});
      if (isSomebodyElses(answer)) {
        complain("Nothing is undone, because somebody else is signed in here by now.", SIGN_IN);
        return;
      }
      if (!answer.ok) {
        window.location.reload();
        return;
      }
      const step = parse(await answer.text());
      complain(step.ballot.dataset.problem);
      say(told(step.ballot));
      if (step.ballot.dataset.problem === "") {
        showAgain(step.ballot);
      }
      remarks.setAside();
      byId("to-go")?.remove();
      replaceStanding(step.standing, 0);
    } catch {
      complain("Nothing is undone: Kukai cannot be reached. Try again in a moment.");
    }
  };

  const keepRemarks = () => {
    remarks.keep(false);
    sendAll();
  };

  document.addEventListener("submit", (event) => {
    if (event.target.matches("#ballot form.vote")) {
      event.preventDefault();
      vote(event.submitter?.value ?? "");
    } else if (event.target.matches("#standing form.remarks")) {
      event.preventDefault();
      keepRemarks();
    } else if (event.target.matches("#standing form.undo")) {
      event.preventDefault();
      undo();
    }
  });

  // ---- keys

  keys.listen((button, clear) => {
    if (clear) {
      vote(button.value, "clear");
    } else {
      button.click();
    }
  });

  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-keep]")) {
      event.preventDefault();
      keepRemarks();
    }
    if (event.target.closest("[data-dismiss]")) {
      byId("tired").hidden = true;
    }
  });

  window.kukaiSwipes((choice, began) => {
    if (!presses.isTooSoon(began)) {
      vote(choice);
    }
  });

  // ---- flags, which htmx sends

  document.addEventListener("htmx:configRequest", (event) => Object.assign(event.detail.headers, FOR_WHOM));

  // What was said of the flag before is not said of this one.
  document.addEventListener("htmx:beforeRequest", () => {
    notKept = "";
    say("");
    if (!delayed) {
      complain("");
    }
  });

  document.addEventListener("htmx:afterRequest", (event) => {
    const form = event.detail.elt;
    if (event.detail.xhr?.getResponseHeader("Kukai-Account") === "other") {
      complain("Not sent, because somebody else is signed in here by now.", SIGN_IN);
      return;
    }
    if (!event.detail.successful) {
      notKept = event.detail.xhr?.status ? event.detail.xhr.responseText.slice(0, 300) : FLAG_UNSENT;
      complain(notKept);
      return;
    }
    complain("");
    form.reset();
    form.closest("details")?.removeAttribute("open");
    // The rater may have gone on by key meanwhile.
    if (event.detail.requestConfig.triggeringEvent?.submitter?.value === "skip" && byId("ballot").contains(form)) {
      vote("skip");
    }
  });

  // ---- the start

  for (const sign of ["online", "focus"]) {
    window.addEventListener(sign, () => {
      if (queue.size() + notes.size() > 0) {
        pause = FIRST_PAUSE;
        sendAll();
      }
    });
  }

  keys.showHelpButtons();
  presses.shown(byId("ballot"));
  if (queue.has(present())) {
    wait();
  }
  remarks.bringBack(present());
  flags.bringBack(byId("ballot"));
  window.addEventListener("pagehide", () => {
    remarks.setAside();
    flags.setAside(byId("ballot"));
  });
  sendAll();
  root.dataset.ready = "yes";
})();
