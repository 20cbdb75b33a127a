package com.paycrypt.sdk.internal.http;

/** The version of the SDK, as the build knows it. */
final class Version {
    static final String TEXT = "${project.version}";

    private Version() {}
}
