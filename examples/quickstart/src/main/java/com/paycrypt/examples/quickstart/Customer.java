package com.paycrypt.examples.quickstart;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.Optional;
import org.jsoup.nodes.FormElement;

/** Pays as a customer does: looks at the checkout page, fills in its forms and presses its buttons. */
final class Customer {
    private static final int PAGES_AT_MOST = 5;

    private final Story story;
    private final HttpClient http = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NORMAL)
            .cookieHandler(new CookieManager())
            .build();

    Customer(Story story) {
        this.story = story;
    }

    /** Pays on a sandbox's checkout page; false where it is no sandbox's page, and a person has to pay. */
    boolean pay(URI checkout) throws IOException, InterruptedException {
        story.step("Customer", "opens the checkout page");
        Page page = Page.open(http, checkout);
        Optional<FormElement> form = page.nextForm();
        for (int i = 0; i < PAGES_AT_MOST && form.isPresent(); i++) {
            story.detail("presses \"" + form.get().select("button").text() + "\"");
            page = page.submit(http, form.get());
            form = page.nextForm();
        }
        page.state().ifPresent(state -> story.detail("and sees that the session is " + state));
        return page.state().isPresent();
    }
}
