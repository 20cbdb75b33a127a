package com.paycrypt.examples.quickstart;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.FormElement;

/** A checkout page, read as HTML. */
record Page(Document html) {

    static Page open(HttpClient http, URI address) throws IOException, InterruptedException {
        return send(http, HttpRequest.newBuilder(address).GET());
    }

    /** Where the payment stands; empty where this is no sandbox's page. */
    Optional<String> state() {
        return Optional.ofNullable(html.selectFirst("main[data-state]")).map(main -> main.attr("data-state"));
    }

    /** The form to get on with paying: the choice of a coin where there is one, or else the payment. */
    Optional<FormElement> nextForm() {
        return state().filter("open"::equals)
                .flatMap(open -> Stream.of("form:has(input[type=radio])", "form[action$=/pay]")
                        .flatMap(selector -> html.select(selector).forms().stream())
                        .findFirst());
    }

    /** Submits a form as a browser does, with the first of its choices. */
    Page submit(HttpClient http, FormElement form) throws IOException, InterruptedException {
        Optional.ofNullable(form.selectFirst("input[type=radio]")).ifPresent(choice -> choice.attr("checked", true));
        String fields = form.formData().stream()
                .map(field -> encode(field.key()) + "=" + encode(field.value()))
                .collect(Collectors.joining("&"));
        return send(
                http,
                HttpRequest.newBuilder(URI.create(form.absUrl("action")))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(fields)));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    private static Page send(HttpClient http, HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString(UTF_8));
        return new Page(Jsoup.parse(response.body(), response.uri().toString()));
    }
}
