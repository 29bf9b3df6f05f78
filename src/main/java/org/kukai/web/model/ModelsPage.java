package org.kukai.web.model;

import java.net.URI;
import java.time.Clock;
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
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

import org.kukai.RefusedException;
import org.kukai.account.Role;
import org.kukai.llm.Model;
import org.kukai.llm.ModelCheck;
import org.kukai.llm.Models;
import org.kukai.llm.Prices;
import org.kukai.web.security.Flash;

/** Who can be asked for haiku. */
@Path("/models")
@RolesAllowed(Role.ADMIN_NAME)
class ModelsPage {
    @CheckedTemplate(basePath = "model")
    static class Templates {
        static native TemplateInstance models(List<Model> models, List<Model> removed, ModelForm form, String problem);

        static native TemplateInstance check(String name, ModelCheck check);

        private Templates() {}
    }

    private final Models models;
    private final Flash flash;
    private final Clock clock;

    ModelsPage(Models models, Flash flash, Clock clock) {
        this.models = models;
        this.flash = flash;
        this.clock = clock;
    }

    @GET
    public TemplateInstance list() {
        return page(ModelForm.EMPTY, "");
    }

    private static TemplateInstance page(ModelForm form, String problem) {
        return Templates.models(Model.usable(), Model.restorable(), form, problem);
    }

    @POST
    public Response register(
            @RestForm @Nullable String name,
            @RestForm @Nullable String baseUrl,
            @RestForm @Nullable String modelId,
            @RestForm @Nullable String apiKey,
            @RestForm @Nullable String keyReference) {
        ModelForm form = ModelForm.of(name, baseUrl, modelId, keyReference);
        try {
            models.register(form.name(), form.baseUrl(), form.modelId(), apiKey, form.keyReference());
        } catch (RefusedException refusal) {
            return Response.status(refusal.kind().status())
                    .entity(page(form, refusal.getMessage()))
                    .build();
        }
        return list("The model “" + form.name() + "” is registered. Test it to see whether it answers.");
    }

    /** Asks the model once; the page that shows what came of it is the answer, for it is kept nowhere. */
    @POST
    @Path("{name}/check")
    public TemplateInstance check(@RestPath String name) {
        return Templates.check(name, models.check(name));
    }

    @POST
    @Path("{name}/prices")
    @Transactional
    public Response price(
            @RestPath String name,
            @RestForm @Nullable String prompt,
            @RestForm @Nullable String completion,
            @RestForm @Nullable String currency) {
        Model.named(name).price(Prices.read(prompt, completion, currency));
        return list("The prices of “" + name + "” are kept.");
    }

    @POST
    @Path("{name}/removal")
    @Transactional
    public Response remove(@RestPath String name) {
        Model.named(name).remove(clock.instant());
        return list("The model “" + name + "” is removed. It can be brought back at the end of this page.");
    }

    @POST
    @Path("{name}/restoration")
    @Transactional
    public Response restore(@RestPath String name) {
        Model.removed(name).restore();
        return list("The model “" + name + "” is back.");
    }

    private Response list(String said) {
        flash.say(said);
        return Response.seeOther(URI.create("/models")).build();
    }
}
