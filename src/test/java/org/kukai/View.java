package org.kukai;

import java.util.List;

import org.kukai.testing.SmallWorld;

/**
 * A page that is looked at: the name of its pictures, who looks at it, and where.
 *
 * @param press the button that leads to it from there, for what is shown once and has no address; empty for the page itself
 */
record View(String name, String who, String path, String press) {
    private static final String RATER = SmallWorld.RATERS.getFirst();
    private static final String POEM =
            "first%20light%20on%20the%20pond%0Aa%20heron%20lifts%20one%20leg%20and%0Athinks%20about%20the%20fire";

    /** Who has not signed in. */
    static final String STRANGER = "stranger";

    private View(String name, String who, String path) {
        this(name, who, path, "");
    }

    static List<View> allOf(SmallWorld world) {
        return List.of(
                new View("dashboard", "admin", "/"),
                new View("prompts", "admin", "/prompts"),
                new View("prompts-new", "admin", "/prompts/new"),
                new View("prompt", "admin", world.prompt()),
                new View("prompt-runs", "admin", "/prompts/runs"),
                new View("prompt-run-new", "admin", "/prompts/runs/new"),
                new View("prompt-run", "admin", world.promptRun()),
                new View("haiku", "admin", world.haiku()),
                new View("haiku-list", "admin", "/haiku?score=4"),
                new View("haiku-imports", "admin", "/haiku/imports"),
                new View("haiku-import", "admin", world.haikuImport()),
                new View("models", "admin", "/models"),
                new View("runs", "admin", "/runs"),
                new View("run-new", "admin", "/runs/new"),
                new View("run", "admin", world.run()),
                new View("attempt", "admin", world.attempt()),
                new View("rounds", "admin", "/rounds"),
                new View("round-new", "admin", "/rounds/new"),
                new View("round", "admin", world.settled()),
                new View("round-quality", "admin", world.settled() + "/quality"),
                new View("round-checks", "admin", world.settled() + "/checks"),
                new View("round-adjudication", "admin", world.settled() + "/adjudication"),
                new View("flagged-poems", "admin", "/flagged-poems"),
                new View("round-rater", "admin", world.rater()),
                new View("webhooks", "admin", "/webhooks"),
                new View("webhook", "admin", world.webhook()),
                new View("ranking", "admin", "/ranking"),
                new View("round-ranking", "admin", world.duel() + "/ranking"),
                new View("round-additions", "admin", world.round() + "/additions"),
                new View("round-like-another", "admin", world.round().replace("/rounds/", "/rounds/new?like=")),
                new View("releases", "admin", "/releases"),
                new View("release-new", "admin", "/releases/new"),
                new View("release", "admin", world.release()),
                new View("words", "admin", "/words"),
                new View("word", "admin", "/words/komorebi?counts=3"),
                new View("word-reports", "admin", "/word-reports"),
                new View("word-rulings", "admin", "/word-rulings"),
                new View("rescorings", "admin", "/rescoring"),
                new View("rescoring", "admin", world.rescoring()),
                new View("accounts", "admin", "/accounts"),
                new View("invitations", "admin", "/accounts/invitations"),
                new View("settings", "admin", "/settings"),
                new View("tokens", "admin", "/settings/tokens"),
                new View(
                        "invitation",
                        "admin",
                        "/accounts/invitations",
                        "main form[action='/accounts/invitations'] button"),
                new View("round-invitation", "admin", world.round(), "main form[action$='/invitations'] button"),
                new View("join", STRANGER, world.join()),
                new View("own-link", RATER, "/settings", "form[action='/settings/sign-in-link'] button"),
                new View("syllables", RATER, "/syllables?poem=" + POEM),
                new View("rounds-of-a-rater", RATER, "/rounds"),
                new View("guidelines", RATER, world.round() + "/guidelines"),
                new View("practice", RATER, world.round() + "/practice"),
                new View("practised", RATER, world.round() + "/practice?chose=left"),
                new View("votes-of-a-rater", RATER, world.round() + "/history"),
                new View("thanks", RATER, world.settled() + "/vote"),
                new View("briefing", "admin", world.round() + "/briefing"),
                new View("vote", RATER, world.round() + "/vote"),
                new View("words-of-a-pair", RATER, world.words()));
    }
}
