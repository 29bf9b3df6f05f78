package org.kukai.web;

import org.jspecify.annotations.Nullable;

/** Texts from anywhere, made safe for files that people open in a spreadsheet. */
public final class SpreadsheetCell {
    /** A spreadsheet takes a cell that begins with one of these for a formula, and may run it. */
    private static final String FORMULA = "=+-@\t\r\n";

    private SpreadsheetCell() {}

    /** A text with an apostrophe in front where a spreadsheet would take it for a formula. */
    public static String of(@Nullable Object value) {
        String text = value == null ? "" : value.toString();
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
