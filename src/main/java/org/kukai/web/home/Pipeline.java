package org.kukai.web.home;

/**
 * How far the work has come, from prompts to releases.
 *
 * @param prompts in both splits
 * @param activeRuns runs that are queued or running
 * @param haiku candidates of any score
 * @param correct candidates that are 5-7-5
 * @param openRounds rounds that take votes
 * @param rounds rounds in any state
 * @param pairs pairs of all rounds
 * @param votes votes cast, skips not counted
 * @param votesWanted votes that the open rounds still want
 * @param releases releases that can be downloaded
 */
record Pipeline(
        long prompts,
        long activeRuns,
        long haiku,
        long correct,
        long openRounds,
        long rounds,
        long pairs,
        long votes,
        long votesWanted,
        long releases) {
    /** The one thing that moves the work on. */
    public enum NextStep {
        ADD_PROMPTS(
                "Bring prompts",
                "Everything starts with what poets are asked. Add the starter set, a file, or a few lines by hand.",
                "/prompts",
                "Go to the prompts"),
        START_RUN(
                "Have haiku written",
                "There are prompts and no haiku yet. Start a run with the built-in composer or a model of yours.",
                "/runs/new",
                "Start a run"),
        WATCH_RUN("A run is at work", "Haiku are being written. Watch how many are 5-7-5.", "/runs", "Watch the runs"),
        OPEN_ROUND(
                "Let people choose",
                "There are haiku to compare. Open a round and send raters its link.",
                "/rounds/new",
                "Open a round"),
        COLLECT_VOTES(
                "Collect votes",
                "A round is open and wants more votes. Send its link to raters, or vote yourself.",
                "/rounds",
                "Go to the rounds"),
        PUBLISH(
                "Publish a release",
                "Votes are in. Freeze them as a dataset that trains the next model.",
                "/releases/new",
                "Make a release"),
        GO_ON(
                "Another turn",
                "There is a release to train on. More prompts, another model or another round make the next one better.",
                "/releases",
                "Go to the releases");

        private final String title;
        private final String why;
        private final String address;
        private final String act;

        NextStep(String title, String why, String address, String act) {
            this.title = title;
            this.why = why;
            this.address = address;
            this.act = act;
        }

        public String title() {
            return title;
        }

        public String why() {
            return why;
        }

        public String address() {
            return address;
        }

        public String act() {
            return act;
        }
    }

    /** What to do next: the first stage from the front that waits for somebody. */
    public NextStep next() {
        if (prompts == 0) {
            return NextStep.ADD_PROMPTS;
        }
        if (activeRuns > 0) {
            return NextStep.WATCH_RUN;
        }
        if (haiku == 0) {
            return NextStep.START_RUN;
        }
        if (rounds == 0) {
            return NextStep.OPEN_ROUND;
        }
        if (votesWanted > 0) {
            return NextStep.COLLECT_VOTES;
        }
        if (releases == 0) {
            return NextStep.PUBLISH;
        }
        return NextStep.GO_ON;
    }

    /** Whole per cent of the candidates that are 5-7-5. */
    public long correctPercent() {
        return haiku == 0 ? 0 : Math.round(100.0 * correct / haiku);
    }
}
