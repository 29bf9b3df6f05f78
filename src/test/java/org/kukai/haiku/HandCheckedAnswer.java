package org.kukai.haiku;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** A raw answer of a model, judged by hand; how the fields are written stands at the head of each file. */
record HandCheckedAnswer(
        String name,
        Map<String, String> fields,
        String raw,
        @Nullable String poem) {

    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:u([0-9a-fA-F]{4})|([rtn\\\\]))");
    private static final List<Integer> TARGETS = List.of(5, 7, 5);

    static List<HandCheckedAnswer> read(List<String> lines) {
        List<HandCheckedAnswer> answers = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith("=== ")) {
                int end = i + 1;
                while (end < lines.size() && !lines.get(end).startsWith("=== ")) {
                    end++;
                }
                boolean last = end == lines.size();
                answers.add(parse(lines.get(i).substring(4), lines.subList(i + 1, last ? end : end - 1)));
            }
        }
        return answers;
    }

    private static HandCheckedAnswer parse(String name, List<String> lines) {
        int raw = lines.indexOf("--- raw");
        int poem = lines.indexOf("--- poem");
        Map<String, String> fields = new HashMap<>();
        for (String line : lines.subList(0, raw)) {
            int colon = line.indexOf(": ");
            fields.put(line.substring(0, colon), line.substring(colon + 2));
        }
        String text = unescape(lines.subList(raw + 1, poem < 0 ? lines.size() : poem));
        return new HandCheckedAnswer(
                name, fields, text, poem < 0 ? null : unescape(lines.subList(poem + 1, lines.size())));
    }

    private static String unescape(List<String> lines) {
        return ESCAPE.matcher(String.join("\n", lines)).replaceAll(found -> {
            String code = found.group(1);
            if (code != null) {
                return Matcher.quoteReplacement(Character.toString(Integer.parseInt(code, 16)));
            }
            return switch (found.group(2)) {
                case "r" -> "\r";
                case "t" -> "\t";
                case "n" -> "\n";
                default -> "\\\\";
            };
        });
    }

    /** Whether it is certainly no haiku but is said to be one. */
    boolean wronglyAccepted(Verdict verdict) {
        return "no".equals(fields.get("form")) && verdict.form575();
    }

    /** Whether form, each line and the strict reading are judged as by hand. */
    boolean verdictRight(Verdict verdict) {
        String form = fields.getOrDefault("form", "?");
        if (form.equals("?")) {
            return true;
        }
        boolean lines = !fields.containsKey("lines")
                || fields.getOrDefault("lines", "").equals(String.join(" ", onTarget(verdict)));
        boolean strict = !"yes".equals(fields.get("strict")) || verdict.strict575();
        return verdict.form575() == form.equals("yes") && lines && strict;
    }

    private static List<String> onTarget(Verdict verdict) {
        return verdict.lines().stream()
                .limit(TARGETS.size())
                .map(line -> line.onTarget() ? "yes" : "no")
                .toList();
    }

    /** Whether the poem that is left, the problem and the chatter are as by hand. */
    boolean extractionRight(Verdict verdict) {
        String wantedProblem = fields.get("problem");
        String problem = verdict.problem();
        if (wantedProblem != null) {
            return problem != null && List.of(wantedProblem.split("\\|", -1)).contains(problem);
        }
        String chatter = fields.get("chatter");
        boolean chatterRight = chatter == null || verdict.chatter() == chatter.equals("yes");
        String wanted = poem == null ? raw : poem;
        return chatterRight
                && ("any".equals(fields.get("poem"))
                        || (problem == null && verdict.text().equals(wanted)));
    }

    String miss(Verdict verdict) {
        String sums = String.join(
                " ",
                verdict.lines().stream().map(line -> line.counts().toString()).toList());
        return "%s %s%n    said: form %s, strict %s, chatter %s, problem %s, sums %s%n    text: %s"
                .formatted(
                        name,
                        fields,
                        verdict.form575(),
                        verdict.strict575(),
                        verdict.chatter(),
                        verdict.problem(),
                        sums,
                        verdict.text().replace("\n", " / "));
    }
}
