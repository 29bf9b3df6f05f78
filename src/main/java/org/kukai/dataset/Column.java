package org.kukai.dataset;

/** The columns of the configuration {@code default}, in the order in which they are written. */
enum Column {
    PROMPT(Type.MESSAGES, "what was asked, as one message of the user"),
    CHOSEN(Type.MESSAGES, "the preferred haiku, as one message of the assistant; lines joined by a line feed"),
    REJECTED(Type.MESSAGES, "the other haiku of the pair, likewise"),
    CHOSEN_SCORE(Type.WHOLE, "score of the chosen haiku, 0 to 4"),
    REJECTED_SCORE(Type.WHOLE, "score of the rejected haiku, 0 to 4"),
    SCORE_DIFFERENCE(Type.WHOLE, "chosen less rejected; below 0 where raters overruled the syllable counter"),
    PREFERENCE_SOURCE(Type.TEXT, "`form` (syllable counter), `human` (raters), or `combined` (both say the same)"),
    VOTES_CHOSEN(Type.WHOLE, "votes for the chosen haiku"),
    VOTES_REJECTED(Type.WHOLE, "votes for the rejected haiku"),
    VOTES_TIE(Type.WHOLE, "votes for a tie or for neither"),
    AGREEMENT(Type.REAL, "the chosen haiku's share of the weight of all votes; null without votes"),
    CHOSEN_MODEL(Type.TEXT, "who wrote the chosen haiku; null when not known"),
    REJECTED_MODEL(Type.TEXT, "who wrote the rejected haiku; null when not known"),
    SYSTEM(Type.TEXT, "the system message that the chosen haiku was written under; not part of `prompt`"),
    PROMPT_ID(Type.TEXT, "the prompt's identifier"),
    CHOSEN_ID(Type.TEXT, "the chosen haiku's identifier"),
    REJECTED_ID(Type.TEXT, "the rejected haiku's identifier"),
    WEIGHT_CHOSEN(
            Type.REAL,
            "what the votes for the chosen haiku count for; less than their number where raters count for less"),
    WEIGHT_REJECTED(Type.REAL, "the same of the votes for the rejected haiku"),
    WEIGHT_TIE(Type.REAL, "the same of the votes for a tie or for neither"),
    ADJUDICATED(Type.FLAG, "whether an admin has decided, in place of raters who were split");

    /** How a kind of column is called by those who read and write it. */
    enum Type {
        MESSAGES("STRUCT(role VARCHAR, content VARCHAR)[]", "list of messages"),
        WHOLE("BIGINT", "int64"),
        REAL("DOUBLE", "float64"),
        TEXT("VARCHAR", "string"),
        FLAG("BOOLEAN", "bool");

        private final String duckDb;
        private final String dtype;

        Type(String duckDb, String dtype) {
            this.duckDb = duckDb;
            this.dtype = dtype;
        }

        /** DuckDB's type. */
        String duckDb() {
            return duckDb;
        }

        /** The {@code dtype} of a feature in the card. */
        String dtype() {
            return dtype;
        }
    }

    private final Type type;
    private final String meaning;

    Column(Type type, String meaning) {
        this.type = type;
        this.meaning = meaning;
    }

    Type type() {
        return type;
    }

    String meaning() {
        return meaning;
    }

    String spelled() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
