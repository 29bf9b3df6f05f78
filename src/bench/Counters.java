import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.sun.speech.freetts.lexicon.LetterToSoundImpl;
import eu.crydee.syllablecounter.SyllableCounter;

import org.kukai.syllable.Syllables;

/** The counters of Java and C on all words, and the table of all that have left their counts: see counters.sh. */
final class Counters {
    /** Words a second are the best of this many passes. */
    private static final int PASSES = 4;

    private static final Map<String, String> NAMES = Map.of(
            "kukai", "**Kukai**, whole counter (lexicon of this dictionary, cleaned)",
            "espeak-ng", "espeak-ng, US voice, vowels of its phonemes (own exception list)",
            "freetts", "FreeTTS letter-to-sound (trained on a version of this dictionary)",
            "syllable", "npm `syllable` 5.0.1",
            "compromise-speech", "npm `compromise-speech` 0.1.1",
            "hypher", "hyphenation patterns (npm `hypher`, Liang)",
            "lingua", "Perl Lingua::EN::Syllable",
            "crydee", "Java `eu.crydee:syllable-counter` 4.1.0",
            "vowel-groups", "vowel groups with silent e");

    private Counters() {}

    public static void main(String[] args) throws Throwable {
        Path work = Path.of(args[1]);
        if (args[0].equals("table")) {
            table(work);
            return;
        }
        List<String> words = Files.readAllLines(work.resolve("words"));
        ToIntFunction<String> counter =
                switch (args[0]) {
                    case "kukai" -> kukai();
                    case "vowel-groups" -> Counters::vowelGroups;
                    case "crydee" -> new SyllableCounter()::count;
                    case "freetts" -> freetts();
                    case "espeak-ng" -> espeak();
                    default -> throw new IllegalArgumentException(args[0]);
                };
        double best = 0;
        int[] counts = new int[words.size()];
        for (int pass = 0; pass < PASSES; pass++) {
            long start = System.nanoTime();
            for (int i = 0; i < counts.length; i++) {
                counts[i] = counter.applyAsInt(words.get(i));
            }
            best = Math.max(best, counts.length * 1e9 / (System.nanoTime() - start));
        }
        List<String> lines = new ArrayList<>();
        for (int count : counts) {
            lines.add(String.valueOf(count));
        }
        Files.write(work.resolve(args[0] + ".counts"), lines);
        Files.writeString(work.resolve(args[0] + ".speed"), String.valueOf(best));
    }

    private static ToIntFunction<String> kukai() {
        Syllables syllables = Syllables.english();
        return word -> syllables.count(word).usual();
    }

    private static int vowelGroups(String word) {
        int groups = 0;
        boolean before = false;
        for (int i = 0; i < word.length(); i++) {
            boolean vowel = "aeiouy".indexOf(word.charAt(i)) >= 0;
            groups += vowel && !before ? 1 : 0;
            before = vowel;
        }
        int end = word.length() - 1;
        boolean silent = end > 1 && word.charAt(end) == 'e' && "aeiouy".indexOf(word.charAt(end - 1)) < 0;
        boolean sounded = silent && word.charAt(end - 1) == 'l' && "aeiouy".indexOf(word.charAt(end - 2)) < 0;
        return Math.max(1, silent && !sounded ? groups - 1 : groups);
    }

    private static ToIntFunction<String> freetts() throws IOException {
        var rules = new LetterToSoundImpl(
                LetterToSoundImpl.class.getResource("/com/sun/speech/freetts/en/us/cmudict04_lts.bin"), true);
        return word -> {
            int vowels = 0;
            for (String phone : rules.getPhones(word, null)) {
                vowels += "aeiou".indexOf(phone.charAt(0)) >= 0 ? 1 : 0;
            }
            return vowels;
        };
    }

    /** Asks the library for phonemes, so that no process is started for a word. */
    private static ToIntFunction<String> espeak() throws Throwable {
        Linker linker = Linker.nativeLinker();
        Arena arena = Arena.global();
        SymbolLookup library = SymbolLookup.libraryLookup("libespeak-ng.so.1", arena);
        MethodHandle initialize = linker.downcallHandle(
                library.find("espeak_Initialize").orElseThrow(),
                FunctionDescriptor.of(
                        ValueLayout.JAVA_INT,
                        ValueLayout.JAVA_INT,
                        ValueLayout.JAVA_INT,
                        ValueLayout.ADDRESS,
                        ValueLayout.JAVA_INT));
        MethodHandle voice = linker.downcallHandle(
                library.find("espeak_SetVoiceByName").orElseThrow(),
                FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS));
        MethodHandle phonemes = linker.downcallHandle(
                library.find("espeak_TextToPhonemes").orElseThrow(),
                FunctionDescriptor.of(
                        ValueLayout.ADDRESS, ValueLayout.ADDRESS, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
        int rate = (int) initialize.invokeExact(2, 0, MemorySegment.NULL, 0);
        int set = (int) voice.invokeExact(arena.allocateFrom("en-us"));
        if (rate <= 0 || set != 0) {
            throw new IllegalStateException("espeak-ng has no voice en-us: apt-get install espeak-ng");
        }
        MemorySegment text = arena.allocate(200);
        MemorySegment pointer = arena.allocate(ValueLayout.ADDRESS);
        return word -> {
            try {
                text.setString(0, word);
                pointer.set(ValueLayout.ADDRESS, 0, text);
                MemorySegment spoken = (MemorySegment) phonemes.invokeExact(pointer, 1, '_' << 8);
                return vowels(spoken.reinterpret(1_000).getString(0));
            } catch (Throwable failure) {
                throw new IllegalStateException(word, failure);
            }
        };
    }

    /** Phonemes are parted by underscores; stress marks come first; "n-" is a syllable without a vowel, "aI@" and "i@" are two. */
    private static int vowels(String phonemes) {
        int count = 0;
        for (String token : phonemes.split("[_ ]+")) {
            String phoneme = token.replaceAll("[',%=|]", "");
            if (phoneme.matches("a[IU](@|3).*") || phoneme.equals("i@")) {
                count += 2;
            } else if (phoneme.matches("[aAeEiIoOuUV03@].*") || phoneme.equals("n-")) {
                count += 1;
            }
        }
        return count;
    }

    private record Row(String name, double all, double ordinary, double rest, double speed) {
        @Override
        public String toString() {
            return String.format(Locale.ROOT, "| %s | %.2f | %.2f | %.2f | %s |", name, all, ordinary, rest, spelled(speed));
        }

        private static String spelled(double speed) {
            return speed >= 999_500
                    ? String.format(Locale.ROOT, "%.1f M", speed / 1e6)
                    : String.format(Locale.ROOT, speed < 9_950 ? "%.1f k" : "%.0f k", speed / 1e3);
        }
    }

    private static void table(Path work) throws IOException {
        Map<String, Set<Integer>> right = new HashMap<>();
        Pattern vowel = Pattern.compile(" [AEIOU]");
        for (String line : Files.readAllLines(work.resolve("dictionary"))) {
            Matcher found = vowel.matcher(line);
            int count = (int) found.results().count();
            String word = line.substring(0, line.indexOf(' ')).replaceAll("\\(.*", "");
            right.computeIfAbsent(word, key -> new HashSet<>()).add(count);
        }
        Set<String> ordinary = Set.copyOf(Files.readAllLines(work.resolve("ordinary")));
        List<String> words = Files.readAllLines(work.resolve("words"));
        List<Row> rows = new ArrayList<>();
        try (Stream<Path> files = Files.list(work)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".counts")).toList()) {
                String name = file.getFileName().toString().replace(".counts", "");
                List<String> counts = Files.readAllLines(file);
                int[] asked = new int[2];
                int[] good = new int[2];
                for (int i = 0; i < words.size(); i++) {
                    int kind = ordinary.contains(words.get(i)) ? 0 : 1;
                    asked[kind]++;
                    good[kind] += right.get(words.get(i)).contains(Integer.valueOf(counts.get(i))) ? 1 : 0;
                }
                double speed = Double.parseDouble(Files.readString(work.resolve(name + ".speed")).strip());
                rows.add(new Row(
                        NAMES.get(name),
                        100.0 * (good[0] + good[1]) / words.size(),
                        100.0 * good[0] / asked[0],
                        100.0 * good[1] / asked[1],
                        speed));
            }
        }
        long known = words.stream().filter(ordinary::contains).count();
        System.out.printf("%d words, %d of them ordinary; right by each counter in %%, and words a second%n%n", words.size(), known);
        System.out.println("| counter | all | ordinary words | names and rest | words/s |\n|---|---|---|---|---|");
        rows.stream().sorted(Comparator.comparingDouble(Row::all).reversed()).forEach(System.out::println);
    }
}
