package org.kukai.web.dataset;

import java.net.URI;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import org.kukai.RefusedException;
import org.kukai.account.Role;
import org.kukai.dataset.Licence;
import org.kukai.dataset.Policy;
import org.kukai.dataset.Release;
import org.kukai.dataset.ReleaseOrders;
import org.kukai.web.security.CurrentVisitor;

/** The form that orders a release, with a forecast of what its terms would give. */
@Path("/releases")
@RolesAllowed(Role.ADMIN_NAME)
class ReleaseOrderPage {
    @CheckedTemplate(basePath = "dataset")
    static class Templates {
        static native TemplateInstance order(
                Fields fields, List<Policy> policies, List<Licence> licences, Forecast.Told told, String problem);

        static native TemplateInstance forecast(Forecast.Told told);

        private Templates() {}
    }

    private final ReleaseOrders orders;
    private final Forecast forecast;
    private final CurrentVisitor visitor;

    ReleaseOrderPage(ReleaseOrders orders, Forecast forecast, CurrentVisitor visitor) {
        this.orders = orders;
        this.forecast = forecast;
        this.visitor = visitor;
    }

    @GET
    @Path("new")
    public TemplateInstance form(
            @RestQuery @Nullable String name,
            @RestQuery @Nullable String policy,
            @RestQuery @Nullable String minScoreDifference,
            @RestQuery @Nullable String minVotes,
            @RestQuery @Nullable String minAgreement,
            @RestQuery @Nullable String testShare,
            @RestQuery @Nullable String license) {
        return form(Fields.of(name, policy, minScoreDifference, minVotes, minAgreement, testShare, license), "");
    }

    /** The same with what the form says, for browsers without scripts; by POST, so that no token gets into an address. */
    @POST
    @Path("new")
    public TemplateInstance preview(
            @RestForm @Nullable String name,
            @RestForm @Nullable String policy,
            @RestForm @Nullable String minScoreDifference,
            @RestForm @Nullable String minVotes,
            @RestForm @Nullable String minAgreement,
            @RestForm @Nullable String testShare,
            @RestForm @Nullable String license) {
        return form(Fields.of(name, policy, minScoreDifference, minVotes, minAgreement, testShare, license), "");
    }

    /** The part of the form that changes while it is being filled in. */
    @GET
    @Path("forecast")
    public TemplateInstance forecast(
            @RestQuery @Nullable String policy,
            @RestQuery @Nullable String minScoreDifference,
            @RestQuery @Nullable String minVotes,
            @RestQuery @Nullable String minAgreement,
            @RestQuery @Nullable String testShare,
            @RestQuery @Nullable String license) {
        return Templates.forecast(
                forecast.of(Fields.of(null, policy, minScoreDifference, minVotes, minAgreement, testShare, license)));
    }

    @POST
    @Transactional(dontRollbackOn = RefusedException.class)
    public Response order(
            @RestForm @Nullable String name,
            @RestForm @Nullable String policy,
            @RestForm @Nullable String minScoreDifference,
            @RestForm @Nullable String minVotes,
            @RestForm @Nullable String minAgreement,
            @RestForm @Nullable String testShare,
            @RestForm @Nullable String license) {
        Fields fields = Fields.of(name, policy, minScoreDifference, minVotes, minAgreement, testShare, license);
        try {
            Release release = orders.order(fields.name(), fields.terms(), visitor.account());
            return Response.seeOther(URI.create(Addresses.page(release.id))).build();
        } catch (RefusedException refusal) {
            return Response.status(refusal.kind().status())
                    .entity(form(fields, refusal.getMessage()))
                    .build();
        }
    }

    private TemplateInstance form(Fields fields, String problem) {
        return Templates.order(
                fields, List.of(Policy.values()), List.of(Licence.values()), forecast.of(fields), problem);
    }
}
