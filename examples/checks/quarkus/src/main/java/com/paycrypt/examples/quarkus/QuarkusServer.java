package com.paycrypt.examples.quarkus;

import com.paycrypt.sdk.webhook.WebhookReceiver;
import com.paycrypt.sdk.webhook.WebhookResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;

// region quarkus
/** Quarkus REST: the body is a stream, read by a thread that may block. */
@Path("/webhook")
public class QuarkusServer {
    private final WebhookReceiver receiver;

    QuarkusServer(WebhookReceiver receiver) {
        this.receiver = receiver;
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    public Response receive(@Context HttpHeaders headers, InputStream body) throws IOException {
        WebhookResponse response = receiver.receive("POST", headers::getRequestHeader, body);
        Response.ResponseBuilder builder = Response.status(response.status());
        response.headers().forEach(builder::header);
        return builder.entity(response.body()).build();
    }
}
// endregion
