package com.paycrypt.examples.quickstart;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;

/** A webhook as it travelled: its signature headers and its body. */
record Delivery(Map<String, List<String>> signature, HttpRequest.BodyPublisher body) {

    /** Sends the same bytes under the same signature once more and returns the status of the response. */
    int sendAgain(HttpClient http, URI target) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(target)
                .header("Content-Type", "application/json")
                .POST(body);
        signature.forEach((name, values) -> values.forEach(value -> request.header(name, value)));
        return http.send(request.build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
