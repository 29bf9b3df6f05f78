package org.kukai.web.ranking;

import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import org.kukai.account.Role;
import org.kukai.ranking.FormPreference;
import org.kukai.ranking.ModelRanking;
import org.kukai.ranking.PoemRanking;
import org.kukai.ranking.Rankings;
import org.kukai.ranking.Scope;
import org.kukai.statistics.RankCorrelation;
import org.kukai.web.Paging;

/** What votes mean, for scripts: of one round, or without {@code round} of all. */
@Path("/api/ranking")
@RolesAllowed(Role.ADMIN_NAME)
class RankingApi {
    private final Rankings rankings;

    RankingApi(Rankings rankings) {
        this.rankings = rankings;
    }

    /**
     * One model.
     *
     * @param strength the natural logarithm of odds against the mean of the models
     * @param interval of 95 %, from low to high
     * @param group models of different groups were never compared
     */
    record Model(String model, double strength, List<Double> interval, long wins, long ties, long losses, int group) {
        static Model of(ModelRanking.Standing standing) {
            return new Model(
                    standing.model(),
                    standing.strength(),
                    Shown.pair(standing.interval()),
                    standing.wins(),
                    standing.ties(),
                    standing.losses(),
                    standing.group());
        }
    }

    @GET
    @Path("models")
    public List<Model> models(@RestQuery @Nullable UUID round) {
        return rankings.models(new Scope(round)).standings().stream()
                .map(Model::of)
                .toList();
    }

    @GET
    @Path("meetings")
    public List<ModelRanking.Meeting> meetings(@RestQuery @Nullable UUID round) {
        return rankings.models(new Scope(round)).meetings();
    }

    /** One poem; the strength is told against the other poems of its prompt. */
    record Poem(
            UUID id,
            String text,
            int score,
            @Nullable String model,
            double strength,
            List<Double> interval,
            long wins,
            long ties,
            long losses) {
        static Poem of(PoemRanking.Poem poem) {
            return new Poem(
                    poem.id(),
                    poem.text(),
                    poem.score(),
                    poem.model(),
                    poem.strength(),
                    Shown.pair(poem.interval()),
                    poem.wins(),
                    poem.ties(),
                    poem.losses());
        }
    }

    /** The poems of one prompt, the strongest first. */
    record Prompt(UUID promptId, String prompt, List<Poem> poems) {}

    @GET
    @Path("poems")
    public List<Prompt> poems(
            @RestQuery @Nullable UUID round, @RestQuery @Nullable Integer page, @RestQuery @Nullable Integer size) {
        Paging paging = Paging.of(page, size);
        return rankings.poems(new Scope(round), paging.page(), paging.size()).stream()
                .map(prompt -> new Prompt(
                        prompt.prompt(),
                        prompt.text(),
                        prompt.poems().stream().map(Poem::of).toList()))
                .toList();
    }

    /** Pairs whose scores differ by {@code gap}; 0 for all together. The share is of pairs with a lead. */
    record Gap(
            int gap,
            long better,
            long none,
            long worse,
            long pairs,
            long betterPairs,
            long worsePairs,
            double share,
            List<Double> interval,
            double p) {
        static Gap of(FormPreference.Gap gap) {
            return new Gap(
                    gap.gap(),
                    gap.better(),
                    gap.none(),
                    gap.worse(),
                    gap.pairs(),
                    gap.betterPairs(),
                    gap.worsePairs(),
                    gap.share(),
                    Shown.pair(gap.interval()),
                    gap.p());
        }
    }

    /** Form and preference; the correlation is null when there is nothing to correlate. */
    record Form(List<Gap> gaps, Gap all, @Nullable RankCorrelation correlation, List<FormPreference.Upset> upsets) {}

    @GET
    @Path("form")
    public Form form(@RestQuery @Nullable UUID round) {
        FormPreference form = rankings.form(new Scope(round));
        return new Form(
                form.gaps().stream().map(Gap::of).toList(),
                Gap.of(form.all()),
                form.correlation().orElse(null),
                form.upsets());
    }
}
