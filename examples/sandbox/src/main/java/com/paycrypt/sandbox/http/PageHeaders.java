package com.paycrypt.sandbox.http;

/** What every page is sent with. */
final class PageHeaders {
    private static final String POLICY = String.join(
            "; ",
            "default-src 'none'",
            "style-src 'self'",
            "script-src 'self'",
            "img-src 'self'",
            "connect-src 'self'",
            "form-action 'self'",
            "base-uri 'none'",
            "frame-ancestors 'none'");

    private PageHeaders() {}

    /** The referrer stays within the origin: {@code no-referrer} would make browsers post forms with a null origin. */
    static Response on(Response page) {
        return page.with("Content-Security-Policy", POLICY)
                .with("X-Frame-Options", "DENY")
                .with("Referrer-Policy", "same-origin")
                .with("Cache-Control", "no-store");
    }
}
