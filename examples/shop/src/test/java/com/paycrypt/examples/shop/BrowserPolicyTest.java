package com.paycrypt.examples.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BrowserPolicyTest {
    private final BrowserPolicy policy = new BrowserPolicy(URI.create("https://pay.example:8443/prefix"));

    @ParameterizedTest(name = "{0} from {1}, {2}: {3}")
    @CsvSource({
        "GET, cross-site, https://evil.example, true",
        "POST, , , true",
        "POST, same-origin, https://shop.example, true",
        "POST, none, , true",
        "POST, cross-site, , false",
        "POST, same-site, https://other.shop.example, false",
        "POST, , https://shop.example, true",
        "POST, , https://evil.example, false",
        "POST, , null, false",
        "DELETE, cross-site, , false"
    })
    void aFormIsPostedFromThisShopOrByAScript(String method, String site, String origin, boolean allowed) {
        assertThat(policy.allows(method, site, origin, "shop.example")).isEqualTo(allowed);
    }

    @Test
    void formsMayLeadToTheCheckoutAndNowhereElse() {
        assertThat(policy.headers().get("Content-Security-Policy"))
                .contains("default-src 'none'", "form-action 'self' https://pay.example:8443;");
    }
}
