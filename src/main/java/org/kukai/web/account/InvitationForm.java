package org.kukai.web.account;

import java.util.UUID;

import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

import org.kukai.account.Invitation;
import org.kukai.account.Role;

/** What an admin writes into the form for an invitation, word by word, so that it can be shown again. */
public class InvitationForm {
    @RestForm
    public @Nullable String role;

    @RestForm
    public @Nullable String uses;

    @RestForm
    public @Nullable String days;

    @RestForm
    public @Nullable String round;

    static InvitationForm fresh(@Nullable String round) {
        InvitationForm form = new InvitationForm();
        form.role = Role.RATER_NAME;
        form.uses = "10";
        form.days = Long.toString(Invitation.USUAL_TIME.toDays());
        form.round = round;
        return form;
    }

    public boolean isForAdmin() {
        return Role.ADMIN_NAME.equals(role);
    }

    public boolean leadsTo(UUID open) {
        return open.toString().equals(round);
    }
}
