package com.paycrypt.examples.doctor;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Map;

/** The webhook side of a shop. */
interface Receiver {
    /** What is sent back. */
    record Answer(int status, Map<String, String> headers, String body) {
        static Answer of(int status) {
            return new Answer(status, Map.of(), status == 200 ? "{\"ok\":true}" : "{\"error\":\"rejected\"}");
        }

        static Answer of(int status, String body) {
            return new Answer(status, Map.of(), body);
        }
    }

    Answer receive(HttpExchange exchange) throws IOException;

    /** Time passes while the doctor waits. */
    default void timePasses() {}

    /** The test is over: nothing may wait any longer. */
    default void end() {}
}
