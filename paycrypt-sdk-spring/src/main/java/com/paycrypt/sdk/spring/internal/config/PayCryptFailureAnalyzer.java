package com.paycrypt.sdk.spring.internal.config;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints what is wrong and what to do, instead of a stack trace. */
public final class PayCryptFailureAnalyzer extends AbstractFailureAnalyzer<PayCryptConfigurationException> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, PayCryptConfigurationException cause) {
        return new FailureAnalysis(cause.getMessage(), cause.action(), cause);
    }
}
