package org.kukai.web.model;

import org.jspecify.annotations.Nullable;

/** What was written into the form, to show it again after a refusal; the key is never sent back. */
record ModelForm(String name, String baseUrl, String modelId, String keyReference) {
    static final ModelForm EMPTY = new ModelForm("", "", "", "");

    static ModelForm of(
            @Nullable String name, @Nullable String baseUrl, @Nullable String modelId, @Nullable String keyReference) {
        return new ModelForm(text(name), text(baseUrl), text(modelId), text(keyReference));
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given.strip();
    }
}
