package com.paycrypt.sdk.internal.http;

import com.paycrypt.sdk.auth.Credentials;
import com.paycrypt.sdk.call.CallListener;
import com.paycrypt.sdk.call.RetryPolicy;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * What a client is made of.
 *
 * @param base the checked base URL
 * @param credentials what requests are signed with
 * @param limits how long things may take
 * @param policy which failures are tried again
 * @param listener is told of every call, if set
 * @param surroundings time and chance
 */
public record Settings(
        HttpUrl base,
        Credentials credentials,
        Limits limits,
        RetryPolicy policy,
        @Nullable CallListener listener,
        Surroundings surroundings) {}
