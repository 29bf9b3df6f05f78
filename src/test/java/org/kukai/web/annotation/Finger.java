package org.kukai.web.annotation;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;

/** A finger on a page: touches as the screen of a phone reports them, one by one. */
final class Finger {
    private static final int STEPS = 5;

    private final Page page;
    private final CDPSession touch;

    private Finger(Page page) {
        this.page = page;
        this.touch = page.context().newCDPSession(page);
    }

    static Finger on(Page page) {
        Finger finger = new Finger(page);
        JsonObject on = new JsonObject();
        on.addProperty("enabled", true);
        finger.touch.send("Emulation.setTouchEmulationEnabled", on);
        return finger;
    }

    /** Moves over the poem of that side, so many pixels to the right and down, once the pair takes swipes. */
    void swipe(String side, int right, int down) {
        BoundingBox box = page.locator(".ballot:not([data-fresh]) [data-swipe=" + side + "] .poem")
                .boundingBox();
        double x = box.x + 40;
        double y = box.y + box.height / 2;
        send("touchStart", x, y);
        for (int step = 1; step <= STEPS; step++) {
            send("touchMove", x + (double) right * step / STEPS, y + (double) down * step / STEPS);
        }
        send("touchEnd", 0, 0);
    }

    private void send(String type, double x, double y) {
        JsonArray points = new JsonArray();
        if (!type.equals("touchEnd")) {
            JsonObject point = new JsonObject();
            point.addProperty("x", x);
            point.addProperty("y", y);
            points.add(point);
        }
        JsonObject event = new JsonObject();
        event.addProperty("type", type);
        event.add("touchPoints", points);
        touch.send("Input.dispatchTouchEvent", event);
    }
}
