import com.paycrypt.sdk.auth.Credentials;
import com.paycrypt.sdk.money.Money;
import com.paycrypt.sdk.webhook.WebhookEvent;
import com.paycrypt.sdk.webhook.WebhookReceiver;
import com.paycrypt.sdk.webhook.WebhookResponse;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** Receives webhooks on a port that it prints, until it is killed; key and secret are the arguments. */
public final class ReceiveWebhook {
    private ReceiveWebhook() {}

    public static void main(String[] args) throws IOException {
        WebhookReceiver receiver = WebhookReceiver.builder(Credentials.of(args[0], args[1]))
                .handler(ReceiveWebhook::handle)
                .build();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/webhook", exchange -> {
            WebhookResponse response = receiver.receive(
                    exchange.getRequestMethod(), exchange.getRequestHeaders()::get, exchange.getRequestBody());
            response.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(response.status(), response.body().length);
            exchange.getResponseBody().write(response.body());
            exchange.close();
        });
        server.start();
        System.out.println(server.getAddress().getPort());
    }

    private static void handle(WebhookEvent event) {
        boolean ours = event.payment().matches("ORD-1", Money.of("49.00", "USD"));
        System.out.println(event.payment().state() + (ours ? " ship ORD-1" : " look into it"));
    }
}
