package com.paycrypt.sdk.servlet.webapp;

// region annotated-filter
import com.paycrypt.sdk.auth.Credentials;
import com.paycrypt.sdk.servlet.PayCryptWebhookFilter;
import jakarta.servlet.annotation.WebFilter;

/** Without this constructor, the filter reads PAYCRYPT_KEY and PAYCRYPT_SECRET from the environment. */
@WebFilter(urlPatterns = "/annotated/filtered", asyncSupported = true)
public class AnnotatedFilter extends PayCryptWebhookFilter {
    public AnnotatedFilter() {
        super(Credentials.of("pk_test_1", "sk_test_1"));
    }
}
// endregion
