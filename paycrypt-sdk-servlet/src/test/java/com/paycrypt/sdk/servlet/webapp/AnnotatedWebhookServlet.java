package com.paycrypt.sdk.servlet.webapp;

// region annotated-servlet
import com.paycrypt.sdk.auth.Credentials;
import com.paycrypt.sdk.servlet.PayCryptWebhookServlet;
import com.paycrypt.sdk.webhook.WebhookReceiver;
import jakarta.servlet.annotation.WebServlet;

/** Verifies each delivery, invokes the handler and responds. */
@WebServlet("/annotated/ready")
public class AnnotatedWebhookServlet extends PayCryptWebhookServlet {
    private static final long serialVersionUID = 1L;

    public AnnotatedWebhookServlet() {
        super(WebhookReceiver.builder(Credentials.of("pk_test_1", "sk_test_1"))
                .handler(event -> Orders.update(event.payment()))
                .build());
    }
}
// endregion
