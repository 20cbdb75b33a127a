package com.paycrypt.sdk.spring.internal.config;

import com.paycrypt.sdk.session.PaymentSessionRequest;
import com.paycrypt.sdk.spring.PaymentSessionDefaults;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Starts requests with the URLs of the properties, each of which is known to be usable before the first customer comes. */
public final class UrlDefaults implements PaymentSessionDefaults {
    private final PayCryptProperties.Defaults urls;

    private UrlDefaults(PayCryptProperties.Defaults urls) {
        this.urls = urls;
    }

    public static UrlDefaults of(MerchantSettings merchant) {
        PayCryptProperties.Defaults urls = merchant.properties().defaults();
        List<String> wrong = new ArrayList<>();
        check(merchant.prefix() + "defaults.success-url", urls.successUrl(), wrong);
        check(merchant.prefix() + "defaults.cancel-url", urls.cancelUrl(), wrong);
        check(merchant.prefix() + "defaults.webhook-url", urls.webhookUrl(), wrong);
        if (!wrong.isEmpty()) {
            throw new PayCryptConfigurationException(
                    "No payment session can be created with these defaults.\n\n- " + String.join("\n- ", wrong),
                    "Give absolute URLs such as https://merchant.tld/path, or leave the properties out and set the URLs"
                            + " on each request.");
        }
        return new UrlDefaults(urls);
    }

    @Override
    public PaymentSessionRequest.Builder request() {
        PaymentSessionRequest.Builder request = PaymentSessionRequest.builder();
        ifGiven(urls.successUrl(), request::successUrl);
        ifGiven(urls.cancelUrl(), request::cancelUrl);
        ifGiven(urls.webhookUrl(), request::webhookUrl);
        return request;
    }

    private static void ifGiven(@Nullable String url, Consumer<String> setter) {
        if (url != null) {
            setter.accept(url);
        }
    }

    /** Asks the request itself, so that no URL passes here that a request rejects. */
    private static void check(String property, @Nullable String url, List<String> wrong) {
        if (url != null && !isAcceptedByRequests(url)) {
            wrong.add(property + (url.isBlank() ? " is blank." : " is not an absolute http or https URL."));
        }
    }

    private static boolean isAcceptedByRequests(String url) {
        try {
            PaymentSessionRequest.builder()
                    .orderId("any")
                    .amount("1.00", "USD")
                    .successUrl(url)
                    .cancelUrl(url)
                    .build();
            return true;
        } catch (IllegalArgumentException rejected) {
            return false;
        }
    }
}
