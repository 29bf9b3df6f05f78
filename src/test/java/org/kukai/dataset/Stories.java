package org.kukai.dataset;

import java.sql.SQLException;
import java.util.UUID;

/** What the tests of releases tell of. */
final class Stories {
    private Stories() {}

    /** Five prompts: by form, by people against form, a script tag, a held-out one, a tie. */
    static void small(Story story) throws SQLException {
        UUID round =
                story.round("Which haiku do you prefer?", "Read both *aloud*.\n\n```\n<script>alert(1)</script>\n```");
        UUID moss = story.prompt("Write a haiku about moss.");
        story.poem(moss, "composer", 4, "soft moss on the stone\nholds a morning's worth of rain\nuntil the sun comes");
        story.poem(moss, "composer", 2, "moss\nis very green and soft\non stones");
        story.poem(moss, "composer", 3, "moss upon the wall\ngreen\nwaiting for the rain");
        UUID rain = story.prompt("Write a haiku about rain <b>& \"tea\"</b>.");
        UUID script =
                story.poem(rain, "tiny `|` model", 4, "<script>alert(1)\n</script> rain — “naïve”\nends \\ here é");
        UUID plain = story.poem(rain, "composer", 2, "rain falls\non the roof and the tea\nrain");
        story.pair(round, rain, script, plain, "121");
        UUID crow = story.prompt("Write a haiku about a crow.");
        UUID stiff =
                story.poem(crow, "composer", 4, "the crow is a bird\nthe crow is a big black bird\nthe crow is a bird");
        UUID loved =
                story.poem(crow, "tiny `|` model", 3, "on a bare branch\na crow has settled, and now\nautumn evening");
        story.pair(round, crow, stiff, loved, "22");
        UUID held = story.prompt("Write a haiku about a held out topic.", "HELD_OUT");
        story.poem(held, "composer", 4, "held a\nheld b\nheld c");
        story.poem(held, "composer", 0, "held");
        UUID dusk = story.prompt("Write a haiku about dusk.");
        UUID one = story.poem(dusk, "composer", 4, "dusk a\ndusk b\ndusk c");
        UUID two = story.poem(dusk, "composer", 1, "dusk d\ndusk e\ndusk f");
        story.pair(round, dusk, one, two, "tt1");
        for (int i = 0; i < 12; i++) {
            UUID star = story.prompt("Write a haiku about star " + i + ".");
            story.poem(star, "composer", 4, "star " + i + "\nshines\nbright");
            story.poem(star, "composer", 1, "a star " + i + "\nis\nthere");
        }
    }

    /** Sixty prompts with five poems and three pairs each, voted on in every way. */
    static void large(Story story) throws SQLException {
        UUID round = story.round("Which?", "");
        String[] votes = {"", "11", "12", "222", "tt", "nn", "1t2", "s", "2"};
        for (int i = 0; i < 60; i++) {
            UUID prompt = story.prompt(
                    i % 10 == 0 ? "A held out topic " + i : "Topic " + i, i % 10 == 0 ? "HELD_OUT" : "TRAIN");
            UUID[] poems = new UUID[4];
            for (int sample = 0; sample < poems.length; sample++) {
                poems[sample] =
                        story.poem(prompt, "m" + sample, (i + sample) % 5, "a " + i % 7 + "\nb " + sample % 3 + "\nc");
            }
            story.poem(prompt, "m0", 0, i % 3 == 0 ? "" : "…!");
            story.pair(round, prompt, poems[0], poems[1], votes[i % votes.length]);
            story.pair(round, prompt, poems[2], poems[1], votes[(i + 4) % votes.length]);
            story.pair(round, prompt, poems[0], poems[3], votes[(i + 2) % votes.length]);
        }
    }
}
