package org.kukai.web;

import io.quarkus.qute.TemplateExtension;

import org.kukai.llm.ModelKind;

/** How templates name whoever writes haiku: {@code {run.modelName.asWriter}}. */
@TemplateExtension
final class WriterNames {
    private WriterNames() {}

    static String asWriter(String modelName) {
        return ModelKind.shown(modelName);
    }
}
