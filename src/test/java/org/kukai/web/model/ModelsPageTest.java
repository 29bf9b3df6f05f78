package org.kukai.web.model;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import org.kukai.testing.Answer;
import org.kukai.testing.OpenAiServer;
import org.kukai.testing.PageSession;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;

@QuarkusTest
class ModelsPageTest {
    private static final String KEY = "sk-of-the-page-test";

    private final String name = "page-" + UUID.randomUUID();

    private Map<String, String> form(String baseUrl) {
        return Map.of("name", name, "baseUrl", baseUrl, "modelId", "some/model", "apiKey", KEY);
    }

    @Test
    void showsTheComposerForWhatItIs() {
        PageSession admin = PageSession.asAdmin();
        admin.get("/models").then().statusCode(200).body(containsString("Built-in composer, not a language model"));
        admin.post("/models/composer/check").then().statusCode(200).body(containsString("It answers"));
        admin.post("/models/composer/removal").then().statusCode(409);
    }

    @Test
    void keepsWhatTokensCost() {
        PageSession admin = PageSession.asAdmin();
        admin.post("/models", form("http://127.0.0.1:1/v1")).then().statusCode(303);
        Map<String, String> prices = Map.of("prompt", "0.15", "completion", "0.60", "currency", "eur");
        admin.post("/models/" + name + "/prices", prices).then().statusCode(303);
        admin.get("/models").then().body(containsString("0.15 in, 0.6 out EUR a million tokens"));
        admin.post("/models/" + name + "/prices", Map.of("prompt", "cheap"))
                .then()
                .statusCode(400)
                .body(containsString("A price is a number such as 0.15"));
        admin.get("/models").then().body(not(containsString("<details open>")));
        admin.postFrom("/models", "/models/" + name + "/prices", Map.of("prompt", "cheap", "currency", "eur"))
                .then()
                .statusCode(303);
        admin.get("/models")
                .then()
                .body(containsString("A price is a number such as 0.15"))
                .body(containsString("<details open>"), containsString("value=\"cheap\""));
    }

    @Test
    void registersTestsRemovesAndBringsBackWithoutEverShowingTheKey() {
        PageSession admin = PageSession.asAdmin();
        try (OpenAiServer server = OpenAiServer.start()) {
            admin.post("/models", form(server.baseUrl()))
                    .then()
                    .statusCode(303)
                    .header("Location", endsWith("/models"));
            admin.get("/models")
                    .then()
                    .body(containsString(name), containsString("stored, encrypted"), not(containsString(KEY)));
            server.next(Answer.ok("<b>moon</b>"), Answer.status(401, "Bad key " + KEY));
            admin.post("/models/" + name + "/check")
                    .then()
                    .statusCode(200)
                    .body(containsString("&lt;b&gt;moon&lt;/b&gt;"), containsString("ms"));
            admin.post("/models/" + name + "/check")
                    .then()
                    .statusCode(200)
                    .body(containsString("401"), containsString("Bad key"), not(containsString(KEY)));
        }
        admin.post("/models/" + name + "/check").then().body(containsString("The connection failed"));
        admin.post("/models/" + name + "/removal").then().statusCode(303);
        admin.get("/models").then().body(containsString("/models/" + name + "/restoration"));
        admin.post("/models/" + name + "/check").then().statusCode(404);
        admin.post("/models/" + name + "/restoration").then().statusCode(303);
        admin.get("/models").then().body(containsString("/models/" + name + "/removal"));
    }

    @Test
    void showsTheFormAgainWithWhatIsWrongAndWithoutTheKey() {
        PageSession.asAdmin()
                .post("/models", form("http://169.254.169.254/latest"))
                .then()
                .statusCode(400)
                .body(containsString("link-local"), containsString("value=\"" + name + "\""), not(containsString(KEY)));
    }

    @Test
    void saysWhatIsMissingWhenAModelCannotBeCalled() {
        PageSession admin = PageSession.asAdmin();
        Map<String, String> form = new HashMap<>(form("http://127.0.0.1:9/v1"));
        form.put("apiKey", "");
        form.put("keyReference", "KUKAI_KEY_THAT_IS_NOT_SET");
        admin.post("/models", form).then().statusCode(303);
        admin.post("/models/" + name + "/check")
                .then()
                .body(containsString("Not called"), containsString("KUKAI_KEY_THAT_IS_NOT_SET"))
                .body(not(containsString(" ms.")), not(containsString("Does the server run")));
    }

    @Test
    void isForAdminsAlone() {
        PageSession.asNewRater().get("/models").then().statusCode(403);
        PageSession.asNewRater().post("/models/composer/check").then().statusCode(403);
        PageSession.ofStranger().get("/models").then().statusCode(302);
    }
}
