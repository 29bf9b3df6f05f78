package org.kukai.web.haiku;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.kukai.generation.Duplicates;
import org.kukai.generation.HaikuFilter;
import org.kukai.generation.HaikuSource;

/**
 * What the page of all haiku shows besides them.
 *
 * @param matching how many the filter lets through
 * @param writers whom the filter can name
 * @param file the address of the file of them, ending so that {@code format=csv} can follow
 */
public record HaikuListView(
        HaikuFilter filter, long matching, List<String> writers, List<Duplicates> duplicates, String file) {

    public List<Integer> scores() {
        return List.of(0, 1, 2, 3, 4);
    }

    public List<String> sources() {
        return Stream.of(HaikuSource.values()).map(HaikuSource::spelled).toList();
    }

    public boolean isScore(int score) {
        return Objects.equals(filter.score(), score);
    }

    public boolean isWriter(String name) {
        return name.equals(filter.model());
    }

    public boolean isDuplicate(Duplicates value) {
        return value == filter.duplicate();
    }

    public boolean isSource(String name) {
        return filter.source() != null && filter.source().spelled().equals(name);
    }
}
