package org.kukai.web;

import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.kukai.RefusedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PagingTest {
    @Test
    void beginsWithTheFirstPage() {
        assertThat(Paging.of(null, null)).isEqualTo(new Paging(1, 50));
        assertThat(Paging.of(0, 10)).isEqualTo(new Paging(1, 10));
        assertThat(Paging.of(3, 10).offset()).isEqualTo(20);
        assertThat(Paging.of(Integer.MAX_VALUE, 200).offset()).isPositive();
    }

    @Test
    void refusesSizesOutOfBounds() {
        assertThatThrownBy(() -> Paging.of(1, 0)).isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> Paging.of(1, 201)).hasMessage("A page has 1 to 200 rows, not 201.");
    }

    @Test
    void countsPages() {
        assertThat(Paging.of(1, 10).last(0)).isEqualTo(1);
        assertThat(Paging.of(1, 10).last(20)).isEqualTo(2);
        assertThat(Paging.of(1, 10).last(21)).isEqualTo(3);
    }

    @Test
    void endsWithTheLastPage() {
        assertThat(Paging.of(999, 10).within(21)).isEqualTo(new Paging(3, 10));
        assertThat(Paging.of(2, 10).within(21)).isEqualTo(new Paging(2, 10));
        assertThat(Paging.of(7, 10).within(0)).isEqualTo(new Paging(1, 10));
    }

    @Test
    void linksKeepTheFilter() {
        Map<String, String> filter = new HashMap<>();
        filter.put("q", "rain & \"snow\"");
        filter.put("split", "");
        PageLinks links = PageLinks.of(Paging.of(2, 10), 25, "/prompts", filter);
        assertThat(links.newer()).isEqualTo("/prompts?q=rain+%26+%22snow%22&size=10&page=1");
        assertThat(links.older()).isEqualTo("/prompts?q=rain+%26+%22snow%22&size=10&page=3");
    }

    @Test
    void linksEndWithTheList() {
        assertThat(PageLinks.of(Paging.of(1, 10), 10, "/x", Map.of()).isNeeded())
                .isFalse();
        assertThat(PageLinks.of(Paging.of(3, 10), 25, "/x", Map.of()).hasOlder())
                .isFalse();
        assertThat(PageLinks.of(Paging.of(9, 10), 25, "/x", Map.of()).newer()).isEqualTo("/x?size=10&page=3");
    }
}
