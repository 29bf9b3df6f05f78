package org.kukai.syllable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * Runs in the build, after compiling: reduces the pronouncing dictionary to counts, trains the model on it and writes both
 * into one file beside the classes. Does nothing when neither the inputs nor these classes have changed.
 */
final class Packer {

    private Packer() {}

    /** Arguments: the pronouncing dictionary, the folder of the reviewed lists, the folder of the compiled classes. */
    public static void main(String[] arguments) throws IOException {
        Path dictionary = Path.of(arguments[0]);
        Path reviewed = Path.of(arguments[1]);
        Path room = Path.of(arguments[2]).resolve(Packer.class.getPackageName().replace('.', '/'));
        Path packed = room.resolve(Resource.NAME);
        Path stamp = Path.of(arguments[2]).resolveSibling("lexicon.stamp");
        String inputs = digest(dictionary, reviewed, room);
        if (Files.exists(packed)
                && Files.exists(stamp)
                && Files.readString(stamp).equals(inputs)) {
            return;
        }
        Files.write(packed, pack(PronouncingDictionary.read(dictionary), Reviewed.read(reviewed)));
        Files.writeString(stamp, inputs);
    }

    static byte[] pack(Map<String, List<List<String>>> dictionary, Map<String, Counts> reviewed) throws IOException {
        SortedMap<String, Lexicon.Known> words = new LexiconBuilder(dictionary, reviewed).build();
        return Resource.pack(words, NucleusModel.train(Lesson.of(dictionary, words)));
    }

    private static String digest(Path dictionary, Path reviewed, Path room) throws IOException {
        MessageDigest digest = sha256();
        digest.update(Files.readAllBytes(dictionary));
        for (Path list : Reviewed.lists(reviewed)) {
            digest.update(Files.readAllBytes(list));
        }
        try (Stream<Path> classes = Files.list(room)) {
            for (Path path : classes.filter(file -> file.toString().endsWith(".class"))
                    .sorted()
                    .toList()) {
                digest.update(path.getFileName().toString().getBytes(StandardCharsets.UTF_8));
                digest.update(Files.readAllBytes(path));
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
