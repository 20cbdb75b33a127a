package shop;

import com.paycrypt.sdk.auth.Credentials;
import com.paycrypt.sdk.servlet.PayCryptWebhookFilter;
import com.paycrypt.sdk.servlet.PayCryptWebhookServlet;
import com.paycrypt.sdk.webhook.WebhookReceiver;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServlet;

/** Makes both ways into a servlet container and prints where they come from; key and secret are the arguments. */
public final class Webhooks {
    private Webhooks() {}

    public static void main(String[] args) {
        Credentials credentials = Credentials.of(args[0], args[1]);
        Filter filter = new PayCryptWebhookFilter(credentials);
        HttpServlet servlet = new PayCryptWebhookServlet(WebhookReceiver.builder(credentials)
                .handler(event -> System.out.println(event.type()))
                .build());
        System.out.println(filter.getClass().getModule());
        System.out.println(servlet.getClass().getModule());
    }
}
