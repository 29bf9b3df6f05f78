package org.kukai.prompt.writing;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ItemsTest {
    private static final List<String> THREE =
            List.of("Write a haiku about moss.", "Can a haiku hold moss?", "Let moss speak in a haiku.");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1. Write a haiku about moss.\n2. Can a haiku hold moss?\n3. Let moss speak in a haiku.",
                "1) Write a haiku about moss.\n2) Can a haiku hold moss?\n3) Let moss speak in a haiku.",
                "(1) \"Write a haiku about moss.\"\n(2) “Can a haiku hold moss?”\n(3) 'Let moss speak in a haiku.'",
                "Sure! Here are three requests:\n\n1. Write a haiku about moss.\n\n2. Can a haiku hold moss?\n\n3. Let moss speak in a haiku.\n\nLet me know if you want more!",
                "1. Write a haiku about moss.\n2. Can a haiku hold moss?\n3. Let moss speak in a haiku.\nI hope these help!",
                "- Write a haiku about moss.\n- Can a haiku hold moss?\n- Let moss speak in a haiku.",
                "* **Write a haiku about moss.**\n* *Can a haiku hold moss?*\n* Let moss speak in a haiku. (command)",
                "• Write a haiku\n  about moss.\n• Can a haiku hold moss?\n• Let moss speak in a haiku.",
                "1. **Simple command:** Write a haiku about moss.\n2. **Question**: Can a haiku hold moss?\n3. Request 3: Let moss speak in a haiku.",
                "Request 1: Write a haiku about moss.\nRequest 2: Can a haiku hold moss?\nRequest 3: Let moss speak in a haiku.",
                "Write a haiku about moss.\nCan a haiku hold moss?\nLet moss speak in a haiku.",
                "Here you go:\nWrite a haiku about moss.\nCan a haiku hold moss?\nLet moss speak in a haiku.",
                "1. Write a haiku about moss. 2. Can a haiku hold moss? 3. Let moss speak in a haiku.",
                "[\"Write a haiku about moss.\", \"Can a haiku hold moss?\", \"Let moss speak in a haiku.\"]",
                "Here is the JSON:\n```json\n[\n  \"Write a haiku about moss.\",\n  \"Can a haiku hold moss?\",\n  \"Let moss speak in a haiku.\"\n]\n```\nEnjoy!",
                "[{\"id\": 1, \"request\": \"Write a haiku about moss.\", \"kind\": \"command\"}, {\"id\": 2, \"request\": \"Can a haiku hold moss?\", \"kind\": \"question\"}, {\"id\": 3, \"request\": \"Let moss speak in a haiku.\", \"kind\": \"command\"}]",
                "{\"requests\": [\"Write a haiku about moss.\", \"Can a haiku hold moss?\", \"Let moss speak in a haiku.\"]}",
                "{\"1\": \"Write a haiku about moss.\", \"2\": \"Can a haiku hold moss?\", \"3\": \"Let moss speak in a haiku.\"}",
                "{\"prompt\": \"Write a haiku about moss.\"}\n{\"prompt\": \"Can a haiku hold moss?\"}\n{\"prompt\": \"Let moss speak in a haiku.\"}\nThat is all.",
                "[\"Write a haiku about moss.\", \"Can a haiku hold moss?\", \"Let moss speak in a haiku.\"]\nThese vary in form.",
                "```\n1. Write a haiku about moss.\n2. Can a haiku hold moss?\n3. Let moss speak in a haiku.\n```",
                "<think>\n1. They want requests.\n2. Fine.\n</think>\n1. Write a haiku about moss.\n2. Can a haiku hold moss?\n3. Let moss speak in a haiku.",
                "\"Write a haiku about moss.\",\n\"Can a haiku hold moss?\",\n\"Let moss speak in a haiku.\"",
                "1. Write a haiku about moss.\r\n2. Can a haiku hold moss?\r\n3. Let moss speak in a haiku.\r\n",
            })
    void readsTheListInWhateverFormItComes(String answer) {
        assertThat(Items.of(answer, false)).extracting(Item::text).isEqualTo(THREE);
        assertThat(Items.of(answer, false)).noneMatch(Item::cut);
    }

    @Test
    void marksTheLastEntryOfACutList() {
        assertThat(Items.of("1. Write a haiku about moss.\n2. Can a haiku ho", true))
                .containsExactly(new Item("Write a haiku about moss.", false), new Item("Can a haiku ho", true));
        assertThat(Items.of("[\"Write a haiku about moss.\", \"Can a haiku ho", true))
                .containsExactly(new Item("Write a haiku about moss.", false), new Item("Can a haiku ho", true));
    }

    @Test
    void losesNothingOfJsonThatWasCutBetweenEntries() {
        assertThat(Items.of("[\"Write a haiku about moss.\",\n", true))
                .containsExactly(new Item("Write a haiku about moss.", false));
    }

    @Test
    void readsLinesWhereJsonIsBroken() {
        assertThat(Items.of("[\"Write a \"good\" haiku about moss.\",\n\"Can a haiku hold moss?\",\n]", false))
                .extracting(Item::text)
                .contains("Can a haiku hold moss?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   \n\n", "```\n```", "<think>still thinking", "[]", "{}"})
    void findsNothingOrNoWordWhereThereIsNone(String answer) {
        assertThat(Items.of(answer, false))
                .allMatch(item -> item.text().codePoints().noneMatch(Character::isLetter));
    }

    @Test
    void takesHugeAndHostileAnswers() {
        assertThat(Items.of("1. a\n".repeat(100_000), false)).hasSize(400);
        assertThat(Items.of("[".repeat(100_000) + "\"", true)).hasSizeLessThan(400);
        assertThat(Items.of("1. Write \0 a haiku", false).getFirst().text()).doesNotContain("\0");
        assertThat(Items.of(" ".repeat(200_000) + "x", false)).hasSize(1);
    }
}
