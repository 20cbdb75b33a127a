package com.paycrypt.examples.doctor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Reads the list of what a shop handled: a JSON array, one object per event that reached the shop's own code, oldest
 * first, with {@code type}, {@code orderId}, {@code sessionId} and {@code verdict}.
 */
final class EventLog {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI address;
    private final OkHttpClient client;

    EventLog(URI address, Duration limit) {
        this.address = address;
        this.client = new OkHttpClient.Builder().callTimeout(limit).build();
    }

    /**
     * Reads the list as it is now.
     *
     * @throws UnreachableException if there is no such list
     */
    List<HandledEvent> read() {
        Request request = new Request.Builder().url(address.toString()).build();
        try (Response response = client.newCall(request).execute()) {
            if (!response.isSuccessful()) {
                throw new UnreachableException("the list of events at " + address + " was answered " + response.code());
            }
            return events(JSON.readTree(response.body().byteStream()));
        } catch (JsonProcessingException e) {
            throw new UnreachableException(notAList(), e);
        } catch (IOException e) {
            throw new UnreachableException("the list of events at " + address + " cannot be read", e);
        }
    }

    private List<HandledEvent> events(JsonNode list) {
        if (!list.isArray()) {
            throw new UnreachableException(notAList());
        }
        return StreamSupport.stream(list.spliterator(), false)
                .map(EventLog::event)
                .toList();
    }

    private static HandledEvent event(JsonNode event) {
        return new HandledEvent(
                text(event, "type"), text(event, "orderId"), text(event, "sessionId"), text(event, "verdict"));
    }

    private static String text(JsonNode event, String name) {
        JsonNode value = event.path(name);
        return value.isNull() ? "" : value.asText();
    }

    private String notAList() {
        return address + " is not a JSON array of events with type, orderId, sessionId and verdict";
    }
}
