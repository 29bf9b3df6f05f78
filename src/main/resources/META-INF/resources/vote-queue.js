// Votes that the server has not acknowledged yet, or what was written about votes. They are kept in the browser, for one rater and
// one round, so that they outlive a lost connection, a new sign-in and a reload; and they are taken out one by one, each when it is stored.
window.kukaiVoteQueue = (rater, round, what) => {
  "use strict";

  const KEY = `kukai-${what}-${rater}-${round}`;
  let memory = [];

  const read = () => {
    try {
      const kept = JSON.parse(localStorage.getItem(KEY) ?? "[]");
      return Array.isArray(kept) ? kept : [];
    } catch {
      return memory; // a browser that keeps nothing: then at least as long as the page is open
    }
  };

  const write = (votes) => {
    memory = votes;
    try {
      if (votes.length === 0) {
        localStorage.removeItem(KEY);
      } else {
        localStorage.setItem(KEY, JSON.stringify(votes));
      }
    } catch {
      // see above
    }
  };

  return {
    all: read,
    first: () => read()[0],
    last: () => read().at(-1),
    size: () => read().length,
    has: (assignment) => read().some((vote) => vote.assignment === assignment),
    add: (vote) => write([...read(), vote]),
    // By name and not by place: another tab of the same rater may have sent it too. What was written later stays.
    remove: (vote) => write(read().filter((kept) => kept.assignment !== vote.assignment || kept.at !== vote.at)),
  };
};
