package org.kukai.crowd;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TogetherTest {
    private static final int MOST = 3;

    private final List<List<Integer>> lots = new ArrayList<>();
    private final Queue<Runnable> tasks = new ArrayDeque<>();

    private final Together<Integer, String> together = new Together<>(this::work, tasks::add, MOST);

    private List<String> work(List<Integer> lot) {
        lots.add(lot);
        if (lot.contains(0)) {
            throw new IllegalStateException("no such thing");
        }
        return lot.stream().map(String::valueOf).toList();
    }

    private void runTasks() {
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
            task.run();
        }
    }

    @Test
    void answersEachInTheirOrderNoMoreThanSoManyAtOnce() {
        List<CompletableFuture<String>> answers = new ArrayList<>();
        for (int i = 1; i <= MOST + 1; i++) {
            answers.add(together.ask(i));
        }
        assertThat(tasks).as("one worker at a time").hasSize(1);
        runTasks();
        assertThat(lots).containsExactly(List.of(1, 2, 3), List.of(4));
        assertThat(answers.stream().map(CompletableFuture::join)).containsExactly("1", "2", "3", "4");
    }

    @Test
    void servesWhoComesLater() {
        CompletableFuture<String> first = together.ask(1);
        runTasks();
        CompletableFuture<String> second = together.ask(2);
        runTasks();
        assertThat(List.of(first.join(), second.join())).containsExactly("1", "2");
    }

    @Test
    void failsForThoseOfTheLotAlone() {
        CompletableFuture<String> wrong = together.ask(0);
        runTasks();
        CompletableFuture<String> right = together.ask(1);
        runTasks();
        assertThatThrownBy(wrong::join).isInstanceOf(CompletionException.class).hasRootCauseMessage("no such thing");
        assertThat(right.join()).isEqualTo("1");
    }

    @Test
    void failsWhenNobodyWorks() {
        Together<Integer, String> idle = new Together<>(
                this::work,
                task -> {
                    throw new RejectedExecutionException("closed");
                },
                MOST);
        assertThatThrownBy(idle.ask(1)::join).hasRootCauseMessage("closed");
        assertThatThrownBy(idle.ask(2)::join).hasRootCauseMessage("closed");
    }
}
