package org.kukai.web.openapi;

import java.util.Set;
import java.util.TreeSet;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/** Describes what scripts may call, and leaves the pages out. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class ApiOnly implements OASFilter {
    /** What lies outside {@code /api} and is for scripts all the same: the files of releases. */
    private static final Set<String> DOWNLOADS = Set.of("/releases/{id}/files/{path}", "/releases/{id}/zip");

    @Override
    public void filterOpenAPI(OpenAPI description) {
        Set<String> pages = new TreeSet<>(description.getPaths().getPathItems().keySet());
        pages.removeIf(path -> path.startsWith("/api/") || DOWNLOADS.contains(path));
        pages.forEach(description.getPaths()::removePathItem);
        if (description.getComponents() == null) {
            description.setComponents(OASFactory.createComponents());
        }
        description
                .getComponents()
                .addSecurityScheme(
                        "basic",
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("basic")
                                .description("An account's name and password."))
                .addSecurityScheme(
                        "token",
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .description("A token made under /settings/tokens or by POST /api/tokens."));
        description
                .addSecurityRequirement(OASFactory.createSecurityRequirement().addScheme("basic"))
                .addSecurityRequirement(OASFactory.createSecurityRequirement().addScheme("token"));
    }
}
