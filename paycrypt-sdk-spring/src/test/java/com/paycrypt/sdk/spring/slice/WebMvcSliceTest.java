package com.paycrypt.sdk.spring.slice;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.paycrypt.sdk.auth.Credentials;
import com.paycrypt.sdk.spring.Stack;
import com.paycrypt.sdk.spring.test.SignedRequests;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.WebMvcTest;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;

/** A slice test of a controller passes through the verification, though the store of the application is not there. */
@WebMvcTest
@TestPropertySource(
        properties = {
            "paycrypt.base-url=https://pay.example",
            "paycrypt.key=pk_test_1",
            "paycrypt.secret=sk_test_1",
            "paycrypt.webhook.replay=jdbc"
        })
class WebMvcSliceTest {
    private static final String JSON =
            "{\"type\":\"payment.succeeded\",\"data\":{\"object\":{\"order_id\":\"ORD-123\"}}}";

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Credentials credentials;

    // region slice
    @Test
    void aSignedDeliveryReachesTheController() throws Exception {
        mvc.perform(post(Stack.PATH).content(JSON).with(SignedRequests.by(credentials)))
                .andExpect(status().isOk())
                .andExpect(content().string("ORD-123"));
    }

    @Test
    void nothingElseDoes() throws Exception {
        mvc.perform(post(Stack.PATH).content(JSON)).andExpect(status().isUnauthorized());
        mvc.perform(post(Stack.PATH).param("type", "payment.succeeded").param("state", "PAID"))
                .andExpect(status().isUnauthorized());
    }
    // endregion
}
