package org.kukai.web.errors;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.DatabindException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

import org.kukai.RefusedException;
import org.kukai.account.AccountDisabledException;
import org.kukai.account.TooManyAttemptsException;
import org.kukai.web.WrongElementsException;
import org.kukai.web.security.Challenges;
import org.kukai.web.security.CurrentVisitor;
import org.kukai.web.security.WayBack;

/** Turns every exception that leaves an endpoint into an answer: a page for people, a problem for scripts. */
class ErrorMapping {
    private static final Logger LOG = Logger.getLogger(ErrorMapping.class);
    private static final String CANNOT_BE_READ = "The request cannot be read";

    private final ErrorPages pages;
    private final WrongQuery wrongQuery;
    private final WayBack wayBack;
    private final CurrentVisitor visitor;

    ErrorMapping(ErrorPages pages, WrongQuery wrongQuery, WayBack wayBack, CurrentVisitor visitor) {
        this.pages = pages;
        this.wrongQuery = wrongQuery;
        this.wayBack = wayBack;
        this.visitor = visitor;
    }

    @ServerExceptionMapper
    Response tooMany(TooManyAttemptsException refusal, RoutingContext request) {
        Response answer = pages.answer(request, refusal.kind().status(), refusal.getMessage(), null);
        return Response.fromResponse(answer)
                .header("Retry-After", refusal.seconds())
                .build();
    }

    @ServerExceptionMapper
    Response refused(RefusedException refusal, RoutingContext request) {
        return wayBack.from(request, refusal.getMessage())
                .orElseGet(() -> pages.answer(request, refusal.kind().status(), refusal.getMessage(), null));
    }

    @ServerExceptionMapper
    Response refusedElements(WrongElementsException refusal, RoutingContext request) {
        List<Problem.Item> items = refusal.places().stream()
                .map(place -> new Problem.Item(place, null, refusal.detail()))
                .toList();
        return pages.answer(request, refusal.kind().status(), refusal.getMessage(), items);
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    Response notSignedIn(SecurityException e, RoutingContext request) {
        String detail = e.getCause() instanceof AccountDisabledException disabled
                ? disabled.getMessage()
                : "Sign in with an account name and password, or a token.";
        return Challenges.answer(request, pages.problem(401, detail));
    }

    @ServerExceptionMapper
    Uni<Response> forbidden(ForbiddenException e, RoutingContext request) {
        return known(request).map(known -> pages.answer(request, 403, "Your account may not do this.", null));
    }

    @ServerExceptionMapper
    Response invalid(ConstraintViolationException e, RoutingContext request) {
        List<Problem.Item> items = e.getConstraintViolations().stream()
                .map(violation -> {
                    String path = violation.getPropertyPath().toString();
                    return new Problem.Item(null, path.substring(path.lastIndexOf('.') + 1), violation.getMessage());
                })
                .toList();
        String detail = items.stream()
                .map(i -> i.field() + " " + i.detail())
                .reduce((a, b) -> a + "; " + b)
                .orElse("");
        return pages.answer(request, 400, detail, items);
    }

    @ServerExceptionMapper
    Response mismatched(MismatchedInputException e, RoutingContext request) {
        WrongJson wrong = WrongJson.of(e);
        return pages.answer(request, 400, wrong.detail(), wrong.items());
    }

    @ServerExceptionMapper
    Uni<Response> notFound(NotFoundException e, RoutingContext request) {
        Optional<Problem.Item> wrong = wrongQuery.behind(e, request);
        return known(request)
                .map(known -> wrong.map(
                                item -> pages.answer(request, 400, item.field() + " " + item.detail(), List.of(item)))
                        .orElseGet(() -> web(e, request)));
    }

    @ServerExceptionMapper
    Response web(WebApplicationException e, RoutingContext request) {
        int status = e.getResponse().getStatus();
        if (status < 400) {
            return e.getResponse();
        }
        if (e.getCause() instanceof DatabindException unreadable) {
            return unreadable(unreadable, status, request);
        }
        return pages.answer(request, status, detail(e, status), null);
    }

    /** The reason alone: the library's own words would name classes. */
    private Response unreadable(DatabindException e, int status, RoutingContext request) {
        if (e.getCause() instanceof RefusedException refusal) {
            return pages.answer(request, refusal.kind().status(), refusal.getMessage(), null);
        }
        if (e.getCause() instanceof StreamReadException syntax && !(syntax instanceof InputCoercionException)) {
            return pages.answer(request, status, CANNOT_BE_READ + ": " + syntax.getOriginalMessage(), null);
        }
        WrongJson wrong = WrongJson.of(e);
        return pages.answer(request, status, wrong.detail(), wrong.items());
    }

    /** Pages of errors show the way on to whoever is signed in. */
    private Uni<Boolean> known(RoutingContext request) {
        return Challenges.wantsPage(request)
                ? visitor.known()
                : Uni.createFrom().item(false);
    }

    private static String detail(WebApplicationException e, int status) {
        return switch (status) {
            case 400 -> {
                String said =
                        e.getCause() == null ? e.getMessage() : e.getCause().getMessage();
                yield CANNOT_BE_READ + (said == null ? "." : ": " + firstLine(said));
            }
            case 404 -> "There is nothing at this address.";
            case 405 -> "This address does not take that method.";
            case 413 -> "The input is larger than this installation takes.";
            case 415 ->
                "This address does not take that kind of content. The API takes JSON: Content-Type: application/json.";
            default -> String.valueOf(e.getMessage());
        };
    }

    private static String firstLine(String text) {
        int end = text.indexOf('\n');
        return end < 0 ? text : text.substring(0, end);
    }

    @ServerExceptionMapper
    Response failed(Throwable bug, RoutingContext request) {
        if (UnstorableText.isCauseOf(bug)) {
            return pages.answer(request, 400, UnstorableText.EXPLANATION, null);
        }
        String reference = UUID.randomUUID().toString().substring(0, 8);
        LOG.errorf(
                bug, "Request failed [%s]: %s %s", reference, request.request().method(), request.normalizedPath());
        return pages.answer(
                request,
                500,
                "Something went wrong on our side. The log has it under the reference " + reference + ".",
                null);
    }
}
