package org.kukai.generation;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.kukai.testing.Answer;
import org.kukai.testing.OpenAiServer;
import org.kukai.testing.PageSession;
import org.kukai.testing.Person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.kukai.generation.RunCast.ended;
import static org.kukai.generation.RunCast.modelWithPrices;
import static org.kukai.generation.RunCast.models;
import static org.kukai.generation.RunCast.price;
import static org.kukai.generation.RunCast.progress;
import static org.kukai.generation.RunCast.prompts;
import static org.kukai.generation.RunCast.until;

/** What runs cost is booked call by call, at the price of then, and a budget of money holds whatever becomes of prices. */
@QuarkusTest
class RunMoneyTest {
    private static final int IN_FLIGHT = 2;

    @Inject
    Runs runs;

    @Inject
    RunChanges changes;

    @Inject
    Spending spending;

    @Inject
    Estimates estimates;

    @Test
    void pausesWhenItsMoneyIsSpentAndGoesOnWithMore() {
        try (OpenAiServer server = OpenAiServer.start()) {
            // A token costs a hundredth; a call takes about 30 of them.
            String model = modelWithPrices(server.baseUrl(), "10000", "10000", "EUR");
            UUID run = order(List.of(model), 40, new BigDecimal("3"));
            assertThat(ended(run).status).isEqualTo(RunStatus.PAUSED);
            until("open calls are over", () -> progress(run).completed() == server.requests());
            assertThat(RunCast.run(run).statusReason).startsWith("The budget of 3 EUR is spent: it has cost 3.");
            BigDecimal cost = spending.cost(run).in("EUR");
            BigDecimal aCall = cost.divide(BigDecimal.valueOf(progress(run).completed()), 6, java.math.RoundingMode.UP);
            assertThat(cost)
                    .as("no more than what was open when it was spent")
                    .isBetween(
                            new BigDecimal("3"),
                            new BigDecimal("3").add(aCall.multiply(BigDecimal.valueOf(2 * IN_FLIGHT))));
            assertThatThrownBy(() -> runs.resume(run)).hasMessageContaining("Raise the budget first");

            changes.budget(run, null, new BigDecimal("1000"));
            assertThat(RunCast.run(run).statusReason)
                    .as("what is no reason any more is not shown")
                    .isNull();
            runs.resume(run);
            assertThat(ended(run).status).isEqualTo(RunStatus.COMPLETED);
            assertThat(progress(run).completed()).isEqualTo(40);
            Person.ADMIN
                    .api()
                    .get("/api/runs/" + run)
                    .then()
                    .body("currency", equalTo("EUR"), "cost[0].currency", equalTo("EUR"), "unpricedTokens", equalTo(0));
            PageSession.asAdmin().get("/runs/" + run).then().body(containsString("of a budget of 1000 EUR"));
        }
    }

    @Test
    void keepsWhatWasPaidWhenAPriceChanges() {
        try (OpenAiServer server = OpenAiServer.start()) {
            String model = modelWithPrices(server.baseUrl(), "10000", "10000", "EUR");
            UUID run = order(List.of(model), 5, null);
            ended(run);
            Cost before = spending.cost(run);
            price(model, "1", "1", "EUR");
            assertThat(spending.cost(run)).isEqualTo(before);
            price(model, "", "", "EUR");
            assertThat(spending.cost(run)).isEqualTo(before);
            changes.addSamples(run, 1, null);
            ended(run);
            assertThat(spending.cost(run).amounts()).isEqualTo(before.amounts());
            assertThat(spending.cost(run).unpricedTokens()).isPositive();
            price(model, "10000", "10000", "USD");
            changes.addSamples(run, 1, null);
            ended(run);
            assertThat(spending.cost(run).amounts())
                    .extracting(Cost.Amount::currency)
                    .containsExactly("EUR", "USD");
            assertThat(spending.cost(run).in("EUR")).isEqualByComparingTo(before.in("EUR"));
        }
    }

    @Test
    void parksAModelThatLosesItsPriceUnderABudgetOfMoney() {
        try (OpenAiServer server = OpenAiServer.start()) {
            server.behave(request -> Answer.slow(Duration.ofMillis(50)));
            String model = modelWithPrices(server.baseUrl(), "1", "1", "EUR");
            UUID run = order(List.of(model), 300, new BigDecimal("1000"));
            until("calls are made", () -> server.requests() > 2);
            price(model, "", "", "EUR");
            assertThat(ended(run).status).isEqualTo(RunStatus.PAUSED);
            assertThat(RunCast.run(run).statusReason)
                    .contains("This run has a budget of money, and the model “" + model + "” has no price.");
            assertThat(models(run).getFirst().completed()).isLessThan(300);
            assertThatThrownBy(() -> runs.resume(run)).hasMessageContaining("has no price");
            price(model, "1", "1", "USD");
            assertThatThrownBy(() -> runs.resume(run)).hasMessageContaining("are in USD by now");
            price(model, "2", "2", "EUR");
            server.behave(request -> Answer.ok());
            runs.resume(run);
            assertThat(ended(run).status).isEqualTo(RunStatus.COMPLETED);
        }
    }

    @Test
    void refusesABudgetOverSeveralCurrenciesOrWithoutPrices() {
        try (OpenAiServer server = OpenAiServer.start()) {
            String euro = modelWithPrices(server.baseUrl(), "1", "1", "EUR");
            String dollar = modelWithPrices(server.baseUrl(), "1", "1", "USD");
            String free = RunCast.model(server);
            String word = prompts(1);
            assertThatThrownBy(() -> runs.order(wanted(List.of(euro, dollar), word, BigDecimal.ONE), null))
                    .hasMessageContaining("one currency, and the prices of these models are in EUR and USD");
            assertThatThrownBy(() -> estimates.of(wanted(List.of(euro, free), word, BigDecimal.ONE)))
                    .hasMessageContaining(free + " has none");
            UUID mixed = runs.order(wanted(List.of(euro, dollar), word, null), null).id;
            ended(mixed);
            assertThat(spending.cost(mixed).amounts())
                    .extracting(Cost.Amount::currency)
                    .containsExactly("EUR", "USD");
            changes.addSamples(mixed, 1, null);
            ended(mixed);
        }
    }

    private UUID order(List<String> models, int prompts, @Nullable BigDecimal budget) {
        return runs.order(wanted(models, prompts(prompts), budget), null).id;
    }

    private static RunOrder wanted(List<String> models, String word, @Nullable BigDecimal budget) {
        RunSettings settings = new RunSettings(
                1, 0.7, 128, null, List.of(), 1, IN_FLIGHT, null, null, null, budget, null, "", RunSettings.PLACE);
        return new RunOrder(models, new PromptSelection(null, word, null), settings);
    }
}
